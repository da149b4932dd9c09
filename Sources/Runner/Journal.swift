internal import Kernel
internal import Store
internal import Vocabulary

/// The journal of runs in the store: each entry is a transaction of its own.
struct Journal {
  private let tower: Tower

  init(_ tower: Tower) {
    self.tower = tower
  }

  /// The number that the next run of a job on a day will have.
  ///
  /// It stays true while the caller holds the job's lock.
  func nextNumber(of job: String, on day: Day) throws -> Int {
    let last = try tower.read {
      try $0.first(
        "SELECT max(number) FROM batch_run WHERE job = ? AND day = ?",
        [.text(job), Value(day)])
    }
    return Int(last?[0].integer ?? 0) + 1
  }

  /// Writes the start of a run, with the steps that it skips.
  ///
  /// Earlier runs of the job without an end were killed, since the caller holds the job's lock.
  func begin(_ run: RunRecord) throws {
    try tower.write { connection in
      for table in ["batch_step", "batch_run"] {
        try connection.execute(
          """
          UPDATE \(table) SET status = 'interrupted' WHERE status = 'running'
            AND run IN (SELECT run FROM batch_run WHERE job = ?)
          """, [.text(run.job.identifier)])
      }
      try write(run, connection)
      for step in run.steps { try write(step, of: run, connection) }
    }
  }

  /// Writes the start or the end of a step.
  func record(_ step: RunRecord.Step, of run: RunRecord) throws {
    try tower.write { connection in
      // A step that restored a backup has put the journal back as well.
      try write(run, connection)
      try write(step, of: run, connection)
    }
  }

  /// Writes the end of a run, here and in the ledger.
  func end(_ run: RunRecord) throws {
    try tower.write { connection in
      try write(run, connection)
      try Ledger.append(
        kind: "batch", subject: "run:" + run.identifier,
        body: .object([
          "digest": .text(run.job.digest), "status": .text(run.status.rawValue),
          "done": .integer(Int64(run.stepsDone)), "steps": .integer(Int64(run.job.steps.count)),
        ]),
        actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
    }
  }

  private func write(_ run: RunRecord, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO batch_run (run, job, day, number, file, digest, as_of, known_at, steps, started,
        ended, milliseconds, status, exit_code, cause)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run) DO UPDATE SET ended = excluded.ended,
        milliseconds = excluded.milliseconds, status = excluded.status,
        exit_code = excluded.exit_code, cause = excluded.cause
      """,
      [
        .text(run.identifier), .text(run.job.identifier), Value(run.day), Value(run.number),
        .text(run.job.file), .text(run.job.digest), Value(run.asOf), Value(run.knownAt),
        Value(run.job.steps.count), .text(run.started.description),
        Value(run.ended?.description), Value(run.milliseconds.map(Int.init)),
        .text(run.status.rawValue), Value(run.exitStatus.map { Int($0.rawValue) }),
        Value(run.cause),
      ])
  }

  private func write(_ step: RunRecord.Step, of run: RunRecord, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO batch_step (run, position, step, command, started, ended, milliseconds, status,
        exit_code, rows, message, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run, position) DO UPDATE SET ended = excluded.ended,
        milliseconds = excluded.milliseconds, status = excluded.status,
        exit_code = excluded.exit_code, rows = excluded.rows, message = excluded.message,
        digest = excluded.digest
      """,
      [
        .text(run.identifier), Value(step.position), .text(step.identifier), .text(step.line),
        Value(step.started?.description), Value(step.ended?.description),
        Value(step.milliseconds.map(Int.init)), .text(step.status.rawValue),
        Value(step.outcome.map { Int($0.exitStatus.rawValue) }), Value(step.outcome?.rows),
        Value(step.outcome?.message ?? step.reason), Value(step.outcome?.digest),
      ])
  }
}
