internal import Kernel
internal import Store
internal import Vocabulary

/// Runs a job: plans it, starts what may start, and keeps the journal.
///
/// No step type is special: each step is a command of the kernel.
struct JobRun {
  let job: Job
  let tower: Tower
  let options: GlobalOptions
  /// The values of the job's parameters.
  let parameters: [String: String]
  /// The steps that run whatever the journal says.
  let forced: Set<String>
  /// Told of each event after the journal holds it.
  let report: (RunEvent) -> Void
  /// Given the answer of each step that is to be shown, with its options, in the order of the job.
  let show: (Job.Step, CommandResult, GlobalOptions) -> Void

  /// Runs the job and gives its record.
  ///
  /// - Throws: `TowerError` with exit code 5 when the job is running already; what stops the
  ///   journal from being written.
  func callAsFunction() throws -> RunRecord {
    try whileLocked { lock in
      let day = tower.clock.today
      var run = RunRecord(
        job: job, day: day, number: try Journal(tower).nextNumber(of: job.identifier, on: day),
        asOf: options.asOf ?? day, knownAt: options.knownAt, parameters: parameters,
        started: tower.clock.now)
      let planner = try Planner(self, asOf: run.asOf)
      let plan = try planner.plan()
      run.steps = plan.entries.map(RunRecord.Step.init)
      try lock.sign(run: run.identifier, since: run.started)
      try Journal(tower).begin(run, planner.environment)
      return try finish(run, plan.entries, planner)
    }
  }

  /// Goes on with a run that was interrupted: what it had planned and not done is done now.
  ///
  /// - Parameter find: gives the run as the journal has it, once nobody else runs the job.
  func resume(_ find: () throws -> RunRecord) throws -> RunRecord {
    try whileLocked { lock in
      var run = try find()
      run.status = .running
      run.ended = nil
      run.exitStatus = nil
      run.cause = nil
      let planner = try Planner(self, asOf: run.asOf)
      run.planAgain()
      let entries = try planner.entries(of: run)
      try lock.sign(run: run.identifier, since: run.started)
      try Journal(tower).goOn(run, planner.environment)
      return try finish(run, entries, planner)
    }
  }

  private func whileLocked(_ body: (RunLock) throws -> RunRecord) throws -> RunRecord {
    // The lock's file stands beside the store, in a folder that the store makes.
    if !tower.store.exists { try tower.prepareStore() }
    let lock = try RunLock(job: job.identifier, storePath: tower.store.path)
    try tower.prepareStore()
    // While a connection stays open SQLite keeps its log: else each step would fold it in and make
    // it anew.
    let connection = try tower.store.openForReading()
    return try withExtendedLifetime((lock, connection)) { try body(lock) }
  }

  private func finish(_ run: RunRecord, _ entries: [Plan.Entry], _ planner: Planner) throws
    -> RunRecord
  {
    let start = tower.clock.milliseconds
    report(.runStarted(run))
    var loop = RunLoop(self, run, entries, planner)
    try tower.stopRequest.whileEndingPieces { try loop.runToEnd() }
    var run = loop.run
    run.ended = tower.clock.now
    run.milliseconds = (run.milliseconds ?? 0) + tower.clock.milliseconds - start
    try Journal(tower).end(run)
    report(.runFinished(run))
    return run
  }
}

extension RunRecord {
  /// Plans again what was begun and not done, and what the condition over such a step left out.
  fileprivate mutating func planAgain() {
    var again: Set<String> = []
    for index in steps.indices {
      let step = job.step(StepName(steps[index].name).step)
      let isUndecided =
        steps[index].status == .skipped && steps[index].basis == nil
        && step?.condition?.step.map(again.contains) ?? false
      if [.running, .failed, .interrupted].contains(steps[index].status) || isUndecided {
        steps[index].status = .planned
      }
      if steps[index].status == .planned, let step { again.insert(step.identifier) }
    }
  }
}

extension Planner {
  /// A planner of a run, that reads the journal and the store as they are now.
  init(_ run: JobRun, asOf: Day) throws {
    let tower = run.tower
    let (records, environments, versions) = try tower.read { connection in
      (
        try Journal.records(of: run.job.identifier, connection),
        try Journal.environments(connection), try TableVersions.all(connection)
      )
    }
    self.init(
      job: run.job, tower: tower, options: run.options,
      values: JobValues(parameters: run.parameters, date: asOf.description), asOf: asOf,
      forced: run.forced, records: records, environments: environments,
      tables: TableState(versions, job: run.job.identifier), environment: JobEnvironment(tower))
  }
}
