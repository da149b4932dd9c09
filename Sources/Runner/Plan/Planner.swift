internal import Kernel
internal import Store
internal import Vocabulary

/// Decides for each step of a job whether it runs, and why, from the journal and the store.
///
/// A run asks it once, keeps the plan in the journal and does what it says; what depends on another
/// step is decided by the same rules when that step is over.
struct Planner {
  let job: Job
  let tower: Tower
  let options: GlobalOptions
  var values: JobValues
  let asOf: Day
  /// The steps that run whatever the journal says.
  let forced: Set<String>
  /// What the journal keeps of the steps, by name.
  let records: [String: StepRecord]
  /// The environments that the records stand on, by digest.
  let environments: [String: JobEnvironment]
  let tables: TableState
  let environment: JobEnvironment

  /// The plan of the whole job.
  ///
  /// - Throws: `TowerError` for a question for items that cannot be answered.
  func plan() throws -> Plan {
    var values = values
    var entries: [Plan.Entry] = []
    for step in job.steps {
      let decided = try decide(step, after: entries, values)
      if step.items == nil, case .unchanged = decided[0].decision {
        values.outputs[step.identifier] = decided[0].last?.output
      }
      entries += decided
    }
    return Plan(entries: entries)
  }

  /// Decides a step, once for each of its items.
  ///
  /// - Parameters:
  ///   - entries: the steps before it in the order of the job, as they are decided.
  ///   - values: what references have; outputs of steps that run are not known before they are over.
  ///   - endings: how the step ended that its condition is over, once all that it needs is over; nil
  ///     before the run.
  func decide(
    _ step: Job.Step, after entries: [Plan.Entry], _ values: JobValues, endings: [Ending]? = nil
  ) throws -> [Plan.Entry] {
    let whole = StepInstance(step: step, item: nil)
    if let module = step.disabledModule {
      return [whole.entry(.leftOut(Reason("the module '\(module)' is switched off")))]
    }
    let isLeftOut =
      try endings.map { holds(step, $0) } ?? conditionDecision(step, entries, values)
    if let isLeftOut { return [whole.entry(isLeftOut)] }
    let running = entries.compactMap(Running.init)
    switch step.items {
    case nil: return [decide(whole, items: [], running, values)]
    case .list(let items): return decide(step, items: items, running, values)
    case .question(let sql):
      let work = Work(writer: "")
      let answer = try Question.ask(sql, of: tower.recording(into: work), options: options)
      if endings == nil, let reason = reason(of: work.log.read, in: running) {
        return [whole.entry(.depends(Reason("its items are known later: \(reason)")))]
      }
      let items = (answer.tables.first?.rows ?? []).compactMap { row in
        row.first.flatMap { $0.isNull ? nil : $0.text ?? "\($0)" }
      }
      return items.isEmpty
        ? [whole.entry(.leftOut(Reason("its question gives no item")))]
        : decide(step, items: items, running, values)
    }
  }

  private func decide(
    _ step: Job.Step, items: [String], _ running: [Running], _ values: JobValues
  ) -> [Plan.Entry] {
    var running = running
    return items.map { item in
      let entry = decide(StepInstance(step: step, item: item), items: items, running, values)
      if let own = Running(entry) { running.append(own) }
      return entry
    }
  }

  private func decide(
    _ instance: StepInstance, items: [String], _ running: [Running], _ values: JobValues
  ) -> Plan.Entry {
    let last = records[instance.name]
    let words = instance.words { values.value($0, item: instance.item) }
    var reasons: [Reason] = []
    if forced.contains(instance.step.identifier) || forced.contains(instance.name) {
      reasons.append(Reason("--force"))
    }
    if instance.step.alwaysRuns { reasons.append(Reason("its command runs every time")) }
    if instance.step.isShown { reasons.append(Reason("its answer is shown")) }
    if last == nil { reasons.append(Reason("it was never done before")) }
    if words == nil {
      let steps = instance.step.outputs.filter { values.outputs[$0] == nil }
      reasons.append(
        Reason("it uses the output of \(steps.map { "'\($0)'" }.joined(separator: ", "))"))
    }
    if let last {
      let now = inputs(of: instance, words: words, like: last.inputs, items: items)
      reasons += Comparison(environments: environments, environment: environment)
        .changes(from: last.inputs, to: now)
      reasons += last.artefacts.sorted { $0.key < $1.key }.compactMap { path, digest in
        let found = PathDigest.of(path)
        return found == digest ? nil : Reason("artefact \(path)", old: digest, new: found)
      }
      let touched = Set(last.inputs.tables.keys)
      if let reason = reason(of: touched, in: running) { reasons.append(Reason(reason)) }
      for other in running {
        for file in last.inputs.files.keys.sorted() where other.makes(file) {
          reasons.append(Reason("step '\(other.name)' makes \(file)"))
        }
      }
    }
    let decision: Plan.Decision =
      if let last, reasons.isEmpty { .unchanged(since: last.run) } else { .run(reasons) }
    return Plan.Entry(instance: instance, decision: decision, last: last, words: words)
  }

  /// The steps of a run that is to go on, as far as it came.
  func entries(of run: RunRecord) throws -> [Plan.Entry] {
    try run.steps.map { record in
      let name = StepName(record.name)
      guard let step = job.step(name.step) else {
        throw TowerError(.failed, "the job has no step '\(name.step)'")
      }
      let instance = StepInstance(step: step, item: name.item)
      let decision: Plan.Decision =
        switch record.status {
        case .skipped: record.basis.map { .unchanged(since: $0) } ?? .leftOut(Reason(record.reason))
        case .planned where name.item == nil && step.isDecidedLate: .depends(Reason(record.reason))
        default: .run([Reason(record.reason)])
        }
      return Plan.Entry(
        instance: instance, decision: decision, last: records[record.name], words: nil)
    }
  }

  /// Why tables change before a step reads them; nil when they do not.
  private func reason(of tables: Set<String>, in running: [Running]) -> String? {
    for step in running {
      guard let writes = step.writes else {
        return "step '\(step.name)' runs before it, and what it writes is not known yet"
      }
      if let table = writes.intersection(tables).sorted().first {
        return "step '\(step.name)' runs before it and writes \(table)"
      }
    }
    return nil
  }

  /// What a step stands on now, as far as it did the last time.
  func inputs(
    of instance: StepInstance, words: [String]?, like last: StepInputs, items: [String]
  ) -> StepInputs {
    var inputs = StepInputs()
    inputs.command = words.map(commandLine) ?? last.command
    inputs.knownAt = options.knownAt
    inputs.environment = environment.digest
    inputs.day = last.day == nil ? nil : asOf
    let named = words.map { NamedFiles($0, tower.registry).read } ?? []
    for file in Set(last.files.keys).union(named) { inputs.files[file] = PathDigest.of(file) }
    for (table, before) in last.tables {
      let version = tables.version(of: table, isWritten: before.isWritten) {
        isLater($0, than: instance, items: items)
      }
      inputs.tables[table] = StepInputs.Table(version: version, isWritten: before.isWritten)
    }
    return inputs
  }

  /// Whether a step, by its name in the journal, runs after another.
  func isLater(_ name: String, than instance: StepInstance, items: [String]) -> Bool {
    guard let step = job.step(String(name.prefix { $0 != "[" })) else { return false }
    guard step.position == instance.step.position else {
      return step.position > instance.step.position
    }
    let place = items.firstIndex { "\(step.identifier)[\($0)]" == name }
    let own = items.firstIndex { $0 == instance.item }
    return (place ?? -1) > (own ?? -1)
  }
}

/// The name of a step in the journal: with the item that it runs for, if any.
struct StepName {
  let step: String
  let item: String?

  /// Reads `step` or `step[item]`.
  init(_ text: String) {
    guard text.hasSuffix("]"), let open = text.firstIndex(of: "[") else {
      (step, item) = (text, nil)
      return
    }
    step = String(text[..<open])
    item = String(text[text.index(after: open)...].dropLast())
  }
}

extension Job.Step {
  /// Whether it may have to be decided while the job runs.
  fileprivate var isDecidedLate: Bool {
    if case .question = items { return true }
    return condition?.step != nil
  }
}

/// A step that runs before another one.
private struct Running {
  let name: String
  /// The tables that it wrote when it was done last; nil when that is not known.
  let writes: Set<String>?
  /// The files that it makes.
  let files: Set<String>

  /// Nil for a step that does not run.
  init?(_ entry: Plan.Entry) {
    switch entry.decision {
    case .run, .depends: break
    case .unchanged, .leftOut: return nil
    }
    name = entry.instance.name
    files = Set(entry.last?.artefacts.keys.map { $0 } ?? [])
    let written = entry.last.map { $0.inputs.tables.filter(\.value.isWritten).keys }
    writes =
      entry.instance.step.effect == .writes
      ? written.map { Set($0) } : written.map { Set($0) } ?? []
  }

  /// Whether it makes a file, itself or in a folder that it makes.
  func makes(_ file: String) -> Bool {
    files.contains { file == $0 || file.hasPrefix($0 + "/") }
  }
}

extension StepInstance {
  fileprivate func entry(_ decision: Plan.Decision) -> Plan.Entry {
    Plan.Entry(instance: self, decision: decision, last: nil, words: nil)
  }
}
