internal import Glibc
internal import Kernel
internal import Store
internal import Vocabulary

/// One step while it runs, on a thread of its own: its attempts, and the record of how it ended.
struct StepRun: Sendable {
  /// What the run hears of it.
  struct Ending: Sendable {
    /// How the step ended.
    var record: RunRecord.Step
    /// Its answer, with the options it was asked with; nil when there is none.
    var answer: (result: CommandResult, options: GlobalOptions)?
    /// Whether the journal holds the record already.
    var isRecorded = false
    /// Whether its timeout, or the failure of another step, stopped it.
    var wasStopped = false
  }

  let instance: StepInstance
  /// Its command line, with the options of the run that hold for it.
  let words: [String]
  /// The command line alone, as the journal keeps it.
  let line: [String]
  /// The items that its step runs for.
  let items: [String]
  /// The record of its start.
  let started: RunRecord.Step
  let run: RunRecord
  let planner: Planner
  let control: StepControl

  private var tower: Tower { planner.tower }
  private var step: Job.Step { instance.step }

  /// Runs the step until an attempt is good, or none is left.
  ///
  /// - Parameter begun: called once the journal holds its start.
  func callAsFunction(begun: () -> Void) -> Ending {
    do {
      try Journal(tower).record([started], of: run)
    } catch {
      var ending = Ending(record: started)
      close(&ending.record, StepOutcome(error), since: tower.clock.milliseconds)
      return ending
    }
    begun()
    let start = tower.clock.milliseconds
    var wait = step.retry.wait
    for attempt in 1... {
      let ending = self.attempt(attempt, since: start)
      let isWanted = ending.failureClass.map(step.retry.classes.contains) ?? false
      guard isWanted, attempt < step.retry.attempts, control.cause == nil else { return ending }
      pause(wait)
      wait *= step.retry.factor
    }
    preconditionFailure("the loop ends by returning")
  }

  // In slices, so that a request to stop is heard.
  private func pause(_ seconds: Double) {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end, !tower.stopRequest.isAsked, control.cause == nil {
      usleep(10_000)
    }
  }

  private func attempt(_ number: Int, since start: Int64) -> Ending {
    var ending = Ending(record: started)
    ending.record.attempts = number
    let work = Work(writer: "\(planner.job.identifier)/\(instance.name)")
    let own = tower.forStep()
    control.begin(own.store, timeout: step.timeout)
    do {
      try step.effect == .writes
        ? runWriting(own, work, &ending, since: start)
        : runReading(own, work, &ending, since: start)
    } catch {
      ending = Ending(record: started)
      ending.record.attempts = number
      close(&ending.record, StepOutcome(error), since: start)
    }
    if let cause = control.end(), ending.record.status != .done {
      ending.record.outcome = StepOutcome(exitStatus: .interrupted, message: cause)
      ending.wasStopped = true
      ending.record.status = .failed
    }
    return ending
  }

  /// A step that writes is one transaction, with the record of its end as the last of it.
  private func runWriting(_ tower: Tower, _ work: Work, _ ending: inout Ending, since start: Int64)
    throws
  {
    var record = ending.record
    let answer = try tower.inOneTransaction(
      work,
      finish: { connection, answer in
        record = try finished(
          record, answer, work, before: nil, since: start, connection)
        try Journal(tower).record(record, of: run, connection)
      }, { inner in try self.answer(inner) })
    ending = Ending(record: record, answer: answer, isRecorded: true)
  }

  private func runReading(_ tower: Tower, _ work: Work, _ ending: inout Ending, since start: Int64)
    throws
  {
    let before = try tower.store.exists ? tower.read { try TableVersions.all($0) } : []
    let answer = try self.answer(tower.recording(into: work))
    ending.answer = answer
    // Not through the step's own store: what it answered stands, whatever stops it from here on.
    let record = ending.record
    ending.record = try self.tower.write { connection in
      let done = try finished(record, answer, work, before: before, since: start, connection)
      try Journal(self.tower).record(done, of: run, connection)
      return done
    }
    ending.isRecorded = true
  }

  private func answer(_ tower: Tower) throws -> (result: CommandResult, options: GlobalOptions) {
    let answer = try Dispatcher(tower).run(words)
    if let path = savePath { try SavedAnswer.write(answer.result, to: path) }
    return answer
  }

  private var savePath: String? {
    step.save?.text { planner.values.value($0, item: instance.item) }
  }

  // MARK: the record of its end

  private func finished(
    _ record: RunRecord.Step, _ answer: (result: CommandResult, options: GlobalOptions),
    _ work: Work, before: [TableVersions.Entry]?, since start: Int64, _ connection: Connection
  ) throws -> RunRecord.Step {
    var record = record
    close(&record, StepOutcome(answer.result, saved: savePath), since: start)
    record.artefacts = try artefacts()
    record.inputs = try inputs(work, before: before, connection)
    return record
  }

  private func close(_ record: inout RunRecord.Step, _ outcome: StepOutcome, since start: Int64) {
    record.outcome = outcome
    record.status =
      outcome.isSuccess ? .done : outcome.exitStatus == .interrupted ? .interrupted : .failed
    record.ended = tower.clock.now
    record.milliseconds = tower.clock.milliseconds - start
  }

  private func artefacts() throws -> [String: (name: String, digest: String)] {
    var artefacts: [String: (name: String, digest: String)] = [:]
    for path in NamedFiles(line, tower.registry).made + [savePath].compactMap({ $0 }) {
      let digest = PathDigest.of(path)
      if !digest.isEmpty { artefacts[path] = ("", digest) }
    }
    for (name, template) in step.artefacts {
      guard let path = template.text({ planner.values.value($0, item: instance.item) }) else {
        continue
      }
      let digest = PathDigest.of(path)
      guard !digest.isEmpty else {
        throw TowerError(.failed, "the artefact '\(name)' was not made: there is no \(path)")
      }
      artefacts[path] = (name, digest)
    }
    return artefacts
  }

  private func inputs(
    _ work: Work, before: [TableVersions.Entry]?, _ connection: Connection
  ) throws -> StepInputs {
    var inputs = StepInputs()
    inputs.command = commandLine(line)
    inputs.knownAt = planner.options.knownAt
    inputs.environment = planner.environment.digest
    inputs.day = work.hasReadDay && !step.ownOptions.contains("as-of") ? run.asOf : nil
    for file in work.files.union(NamedFiles(line, tower.registry).read) {
      inputs.files[file] = PathDigest.of(file)
    }
    let after = try TableVersions.all(connection)
    let now = TableState(after, job: planner.job.identifier)
    let then = TableState(before ?? after, job: planner.job.identifier)
    let written = work.log.written
    let known = Set(
      try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .compactMap { $0[0].text })
    for table in work.log.read.union(written).intersection(known) {
      guard step.countsTable(table) else { continue }
      let isWritten = written.contains(table)
      inputs.tables[table] = StepInputs.Table(
        version: (isWritten ? now : then).version(of: table, isWritten: isWritten) {
          planner.isLater($0, than: instance, items: items)
        }, isWritten: isWritten)
    }
    return inputs
  }
}

extension Job.Step {
  /// Whether a table counts among what the step stands on.
  ///
  /// Whoever writes facts also writes the ledger and the register of sources, which says nothing
  /// about the facts of others: for a step that writes they do not count.
  fileprivate func countsTable(_ table: String) -> Bool {
    let isKeptByAll = table.hasPrefix("tower_ledger") || table.hasPrefix("tower_source")
    return table != "tower_table_version" && (effect != .writes || !isKeptByAll)
  }
}

extension StepRun.Ending {
  /// The failure as 'retry' names it; nil when the step is done.
  fileprivate var failureClass: String? {
    guard record.status != .done else { return nil }
    if wasStopped { return "timeout" }
    return switch record.outcome?.exitStatus {
    case .locked: "locked"
    case .interrupted: nil
    default: "failed"
    }
  }
}
