internal import Kernel
internal import Store
internal import Vocabulary

/// Runs the steps of a job in their order, and keeps the journal.
///
/// No step type is special: each step is a command of the kernel, and its own transactions see to
/// it that nothing stays of one that fails half way.
struct JobRun {
  let job: Job
  let tower: Tower
  let options: GlobalOptions
  /// The place of the first step that runs, counted from 0.
  let first: Int
  /// Told of each event after the journal holds it.
  let report: (RunEvent) -> Void
  /// Given the answer of each step that is to be shown, with its options.
  let show: (Job.Step, CommandResult, GlobalOptions) -> Void

  /// Runs the job and gives its record.
  ///
  /// - Throws: `TowerError` with exit code 5 when the job is running already; what stops the
  ///   journal from being written.
  func callAsFunction() throws -> RunRecord {
    let journal = Journal(tower)
    // The lock's file stands beside the store, in a folder that the store makes.
    if !tower.store.exists { try tower.prepareStore() }
    let lock = try RunLock(job: job.identifier, storePath: tower.store.path)
    try tower.prepareStore()
    // While a connection stays open SQLite keeps its log: else each step would fold it in and make
    // it anew.
    let connection = try tower.store.openForReading()
    return try withExtendedLifetime((lock, connection)) {
      let day = tower.clock.today
      var run = RunRecord(
        job: job, day: day, number: try journal.nextNumber(of: job.identifier, on: day),
        asOf: options.asOf ?? day, knownAt: options.knownAt, started: tower.clock.now)
      run.steps = skippedSteps
      try lock.sign(run: run.identifier, since: run.started)
      let start = tower.clock.milliseconds
      try journal.begin(run)
      report(.runStarted(run))
      try tower.stopRequest.whileEndingPieces { try runSteps(of: &run, journal) }
      run.ended = tower.clock.now
      run.milliseconds = tower.clock.milliseconds - start
      try journal.end(run)
      report(.runFinished(run))
      return run
    }
  }

  /// The steps that do not run, each with the reason.
  private var skippedSteps: [RunRecord.Step] {
    job.steps.enumerated().compactMap { index, step in
      let reason: String? =
        if index < first { "it stands before --from \(job.steps[first].identifier)" } else {
          step.disabledModule.map { "the module '\($0)' is switched off" }
        }
      guard let reason else { return nil }
      var record = RunRecord.Step(position: index + 1, step, status: .skipped)
      record.reason = reason
      return record
    }
  }

  private func runSteps(of run: inout RunRecord, _ journal: Journal) throws {
    var exitStatus = ExitStatus.ok
    for (index, step) in job.steps.enumerated() where run.record(of: step) == nil {
      guard !tower.stopRequest.isAsked else {
        return run.stop(.interrupted, .interrupted, "interrupted before step '\(step.identifier)'")
      }
      let record = try runStep(step, at: index + 1, of: &run, journal)
      guard let outcome = record.outcome, record.status == .done else {
        let isInterrupted = record.status == .interrupted
        return run.stop(
          record.status, isInterrupted ? .interrupted : .failed,
          "step '\(step.identifier)' \(record.status.rawValue): "
            + (record.outcome?.message ?? ""))
      }
      if outcome.exitStatus == .findingsAtLevel { exitStatus = .findingsAtLevel }
    }
    run.status = .done
    run.exitStatus = exitStatus
  }

  private func runStep(
    _ step: Job.Step, at position: Int, of run: inout RunRecord, _ journal: Journal
  ) throws -> RunRecord.Step {
    var record = RunRecord.Step(position: position, step, status: .running)
    record.started = tower.clock.now
    let start = tower.clock.milliseconds
    try journal.record(record, of: run)
    report(.stepStarted(record, run))
    let (outcome, answer) = answer(step, asOf: run.asOf)
    record.outcome = outcome
    record.status =
      outcome.isSuccess ? .done : outcome.exitStatus == .interrupted ? .interrupted : .failed
    record.ended = tower.clock.now
    record.milliseconds = tower.clock.milliseconds - start
    run.steps.append(record)
    try journal.record(record, of: run)
    report(.stepFinished(record, run))
    if step.isShown, let (result, options) = answer { show(step, result, options) }
    return record
  }

  private func answer(_ step: Job.Step, asOf: Day) -> (
    outcome: StepOutcome, answer: (result: CommandResult, options: GlobalOptions)?
  ) {
    do {
      let answer = try Dispatcher(tower).run(inherited(step, asOf: asOf) + step.words)
      return (StepOutcome(answer.result), answer)
    } catch {
      return (StepOutcome(error), nil)
    }
  }

  /// The options of the run that hold for a step, since it does not set them itself.
  private func inherited(_ step: Job.Step, asOf: Day) -> [String] {
    var words: [String] = []
    func add(_ name: String, _ value: String?) {
      guard let value, !step.ownOptions.contains(name) else { return }
      words.append("--\(name)=\(value)")
    }
    // The day is fixed at the start: a run over midnight is of one day all the same.
    add("as-of", asOf.description)
    add("known-at", options.knownAt?.description)
    add("format", options.format.rawValue)
    add("quiet", options.isQuiet ? "true" : nil)
    return words
  }
}

extension RunRecord {
  fileprivate mutating func stop(_ status: Status, _ exitStatus: ExitStatus, _ cause: String) {
    self.status = status
    self.exitStatus = exitStatus
    self.cause = cause
  }
}

extension RunRecord.Step {
  fileprivate init(position: Int, _ step: Job.Step, status: RunRecord.Status) {
    self.init(
      position: position, identifier: step.identifier, line: step.line, status: status)
  }
}
