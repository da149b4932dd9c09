internal import Vocabulary

extension Planner {
  /// What the condition of a step decides: nil when it holds, or when there is none.
  func conditionDecision(_ step: Job.Step, _ entries: [Plan.Entry], _ values: JobValues) throws
    -> Plan.Decision?
  {
    switch step.condition {
    case nil: return nil
    case .parameter(let name, let allowed):
      let value = values.parameters[name] ?? ""
      guard !allowed.contains(value) else { return nil }
      return .leftOut(Reason("parameter '\(name)' is '\(value)', not \(Planner.either(allowed))"))
    case .status(let other, _), .output(let other, _), .level(let other, _):
      let ended = entries.filter { $0.instance.step.identifier == other }
      let isOpen = ended.contains { entry in
        switch entry.decision {
        case .run, .depends: true
        case .unchanged, .leftOut: false
        }
      }
      guard !isOpen else { return .depends(Reason("its condition is over step '\(other)'")) }
      return holds(step, ended.map(Ending.init))
    }
  }

  /// What the condition of a step decides once the step that it is over has ended.
  func holds(_ step: Job.Step, _ endings: [Ending]) -> Plan.Decision? {
    func leftOut(_ is: String, _ wanted: String) -> Plan.Decision {
      .leftOut(Reason("\(`is`), not \(wanted)"))
    }
    switch step.condition {
    case nil, .parameter: return nil
    case .status(let other, let allowed):
      guard !endings.contains(where: { !$0.statuses.isDisjoint(with: allowed) }) else { return nil }
      let found = Set(endings.flatMap { $0.statuses.sorted().prefix(1) }).sorted()
      return leftOut("step '\(other)' is \(found.joined(separator: ", "))", Planner.either(allowed))
    case .output(let other, let allowed):
      guard !endings.contains(where: { allowed.contains($0.output ?? "") }) else { return nil }
      let found = endings.map { $0.output.map { "'\($0)'" } ?? "none" }.joined(separator: ", ")
      return leftOut("the output of step '\(other)' is \(found)", Planner.either(allowed))
    case .level(let other, let lowest):
      let highest = endings.compactMap { $0.level.flatMap { Level(name: $0) } }.max()
      if let highest, highest >= lowest { return nil }
      return leftOut(
        "the level in step '\(other)' is \(highest?.name ?? "none")", "\(lowest.name) or higher")
    }
  }

  private static func either(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: " or ")
  }
}

/// How a step ended, for the conditions of others.
struct Ending: Sendable {
  /// The words of conditions that hold for it.
  let statuses: Set<String>
  let output: String?
  /// The highest level in its answer.
  let level: String?

  init(statuses: Set<String>, output: String?, level: String?) {
    self.statuses = statuses
    self.output = output
    self.level = level
  }

  /// How a step ended that does not run: as the last time, or not at all.
  init(_ entry: Plan.Entry) {
    guard case .unchanged = entry.decision, let last = entry.last else {
      self.init(statuses: ["skipped"], output: nil, level: nil)
      return
    }
    self.init(
      statuses: last.exitCode == 1 ? ["done", "findings"] : ["done"],
      output: last.output, level: last.level)
  }
}
