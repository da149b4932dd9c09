internal import Kernel
internal import Store
internal import Vocabulary

/// The loop of a run: starts each step when it may start, hears how it ended, and decides what
/// depended on it.
struct RunLoop {
  private let job: JobRun
  private(set) var run: RunRecord
  private var entries: [Plan.Entry]
  private var planner: Planner
  private var values: JobValues
  private var schedule: Schedule
  private let mailbox = Mailbox<(name: String, ending: StepRun.Ending?)>()
  private var controls: [String: StepControl] = [:]
  private var answers: [String: (result: CommandResult, options: GlobalOptions)] = [:]
  private var shown = 0
  private var exitStatus = ExitStatus.ok
  /// Why nothing more starts; nil while the run goes on.
  private var end: (status: RunRecord.Status, exitStatus: ExitStatus, cause: String)?
  private var failure: String?

  init(_ job: JobRun, _ run: RunRecord, _ entries: [Plan.Entry], _ planner: Planner) {
    self.job = job
    self.run = run
    self.entries = entries
    self.planner = planner
    values = planner.values
    schedule = Schedule(
      workers: job.job.workers, pools: job.job.pools, items: entries.map(Schedule.Item.init))
    for (index, step) in run.steps.enumerated() {
      guard step.status != .planned else { continue }
      schedule.items[index].state = .over
      takeUp(step, at: index)
    }
  }

  /// Runs until every step is over, or until nothing more may start.
  mutating func runToEnd() throws {
    while true {
      if end == nil, job.tower.stopRequest.isAsked {
        end = (.interrupted, .interrupted, "interrupted")
      }
      while end == nil, let index = schedule.next { try start(index) }
      showAnswers()
      guard !controls.isEmpty else { break }
      guard let (name, ending) = mailbox.take(within: 100) else { continue }
      if let ending { try hear(ending, of: name) } else { tellStart(of: name) }
    }
    close()
  }

  private mutating func close() {
    if let end {
      run.status = end.status
      run.exitStatus = end.exitStatus
      let next = run.steps.first { $0.status == .planned }?.name
      run.cause =
        end.status == .interrupted
        ? end.cause + (next.map { " before step '\($0)'" } ?? "") : end.cause
    } else if let failure {
      run.status = .failed
      run.exitStatus = .failed
      run.cause = failure
    } else {
      run.status = .done
      run.exitStatus = exitStatus
    }
  }

  // MARK: starting

  private mutating func start(_ index: Int) throws {
    let entry = entries[index]
    if let reason = blocked(entry.instance.step) { return try block(index, reason) }
    if case .depends = entry.decision { try decide(index) } else { try startRunning(index) }
  }

  /// Why a step cannot run any more; nil when it can.
  private func blocked(_ step: Job.Step) -> String? {
    let own: String? = if case .status(let other, _) = step.condition { other } else { nil }
    let failed = step.needs.first { need in
      need != own
        && entries.indices.contains {
          entries[$0].instance.step.identifier == need && !hasRunWell($0)
        }
    }
    guard let failed else { return nil }
    let hasFailed = zip(entries, run.steps).contains {
      $0.instance.step.identifier == failed && $1.status == .failed
    }
    return "it needs step '\(failed)', which \(hasFailed ? "failed" : "did not run")"
  }

  /// Whether a step is done, or had nothing to do.
  private func hasRunWell(_ index: Int) -> Bool {
    [.done, .skipped].contains(run.steps[index].status)
  }

  /// Decides a step now that all that it depends on is over; one that runs for several items becomes
  /// several.
  private mutating func decide(_ index: Int) throws {
    let step = entries[index].instance.step
    let decided = try planner.decide(
      step, after: Array(entries[..<index]), values, endings: endings(over: step))
    entries.replaceSubrange(index...index, with: decided)
    run.steps.replaceSubrange(index...index, with: decided.map(RunRecord.Step.init))
    schedule.items.replaceSubrange(index...index, with: decided.map(Schedule.Item.init))
    try Journal(job.tower).replace(
      step.identifier, by: Array(run.steps[index..<(index + decided.count)]), of: run)
    for place in index..<(index + decided.count) where run.steps[place].status == .skipped {
      schedule.items[place].state = .over
      takeUp(run.steps[place], at: place)
      job.report(.stepFinished(run.steps[place], run))
    }
  }

  private func endings(over step: Job.Step) -> [Ending] {
    zip(entries, run.steps).filter { $0.0.instance.step.identifier == step.condition?.step }
      .map { entry, record in
        record.outcome == nil && record.status == .skipped ? Ending(entry) : Ending(record)
      }
  }

  /// Passes over a step that cannot run now: it stays planned, so that a run that goes on does it.
  private mutating func block(_ index: Int, _ reason: String) throws {
    run.steps[index].reason = reason
    schedule.items[index].state = .over
    try Journal(job.tower).record([run.steps[index]], of: run)
  }

  private mutating func startRunning(_ index: Int) throws {
    let entry = entries[index]
    let step = entry.instance.step
    var record = run.steps[index]
    record.status = .running
    record.started = job.tower.clock.now
    record.outcome = nil
    schedule.items[index].state = .running
    let item = entry.instance.item
    guard let line = entry.instance.words({ values.value($0, item: item) }) else {
      let open = step.outputs.filter { values.outputs[$0] == nil }.map { "'\($0)'" }
      record.outcome = StepOutcome(
        exitStatus: .failed,
        message: "the answer of step \(open.joined(separator: ", ")) is not one value")
      record.status = .failed
      record.ended = record.started
      controls[record.name] = StepControl()
      return try hear(StepRun.Ending(record: record), of: record.name)
    }
    record.line = commandLine(line)
    run.steps[index] = record
    let control = StepControl()
    controls[record.name] = control
    var planner = planner
    planner.values = values
    let items = entries.filter { $0.instance.step.identifier == step.identifier }
      .compactMap(\.instance.item)
    let work = StepRun(
      instance: entry.instance, words: inherited(step) + line, line: line, items: items,
      started: record, run: run, planner: planner, control: control)
    let (mailbox, name) = (mailbox, record.name)
    onThread { mailbox.put((name, work { mailbox.put((name, nil)) })) }
  }

  /// The options of the run that hold for a step, since it does not set them itself.
  private func inherited(_ step: Job.Step) -> [String] {
    var words: [String] = []
    func add(_ name: String, _ value: String?) {
      guard let value, !step.ownOptions.contains(name) else { return }
      words.append("--\(name)=\(value)")
    }
    // The day is fixed at the start: a run over midnight is of one day all the same.
    add("as-of", run.asOf.description)
    add("known-at", run.knownAt?.description)
    add("format", job.options.format.rawValue)
    add("quiet", job.options.isQuiet ? "true" : nil)
    return words
  }

  // MARK: hearing

  private func tellStart(of name: String) {
    guard let step = run.steps.first(where: { $0.name == name }) else { return }
    job.report(.stepStarted(step, run))
  }

  private mutating func hear(_ ending: StepRun.Ending, of name: String) throws {
    controls[name] = nil
    guard let index = run.steps.firstIndex(where: { $0.name == name }) else { return }
    run.steps[index] = ending.record
    schedule.items[index].state = .over
    if ending.record.status != .done { takeUpFailure(of: ending.record, at: index) }
    // After the others were stopped: one that writes has the lane until it is over.
    if !ending.isRecorded { try Journal(job.tower).record([ending.record], of: run) }
    job.report(.stepFinished(ending.record, run))
    answers[name] = ending.answer
    takeUp(ending.record, at: index)
  }

  private mutating func takeUpFailure(of step: RunRecord.Step, at index: Int) {
    let isInterrupted = step.status == .interrupted
    let cause = "step '\(step.name)' \(step.status.rawValue): \(step.outcome?.message ?? "")"
    failure = failure ?? cause
    let policy = entries[index].instance.step.onFailure
    guard end == nil, isInterrupted || policy != .continue else { return }
    end = (step.status, isInterrupted ? .interrupted : .failed, cause)
    if policy == .stop { for control in controls.values { control.stop("stopped: \(cause)") } }
  }

  /// Takes up what a step that is over means for others.
  private mutating func takeUp(_ step: RunRecord.Step, at index: Int) {
    let entry = entries[index]
    if entry.instance.item == nil {
      values.outputs[entry.instance.step.identifier] =
        step.outcome?.output ?? (step.basis == nil ? nil : entry.last?.output)
    }
    if step.outcome?.exitStatus == .findingsAtLevel { exitStatus = .findingsAtLevel }
  }

  /// Shows the answers that are there, in the order of the job.
  private mutating func showAnswers() {
    while shown < schedule.items.count, schedule.items[shown].state == .over {
      let entry = entries[shown]
      if entry.instance.step.isShown, let (result, options) = answers[entry.instance.name] {
        job.show(entry.instance.step, result, options)
      }
      answers[entry.instance.name] = nil
      shown += 1
    }
  }
}

extension Ending {
  /// How a step of this run ended.
  fileprivate init(_ step: RunRecord.Step) {
    let isFinding = step.outcome?.exitStatus == .findingsAtLevel
    self.init(
      statuses: isFinding
        ? ["done", "findings"] : [step.status == .planned ? "skipped" : step.status.rawValue],
      output: step.outcome?.output, level: step.outcome?.level?.name)
  }
}

extension Schedule.Item {
  fileprivate init(_ entry: Plan.Entry) {
    let step = entry.instance.step
    self.init(
      step: step.identifier, needs: step.needs, writes: step.effect == .writes, pool: step.pool)
  }
}

extension Job.Condition {
  /// The step that it is over; nil when it is over a parameter.
  var step: String? {
    switch self {
    case .parameter: nil
    case .status(let step, _), .output(let step, _), .level(let step, _): step
    }
  }
}
