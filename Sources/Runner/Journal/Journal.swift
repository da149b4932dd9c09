internal import Kernel
internal import Store
internal import Vocabulary

/// The journal of runs in the store: what a run will do, what it does and what it did.
///
/// The end of a step that writes is a part of the step's own transaction, so that a step is either
/// done and on record as done, or nothing of it happened.
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

  /// Writes the start of a run with its plan.
  ///
  /// Earlier runs of the job without an end were killed, since the caller holds the job's lock.
  func begin(_ run: RunRecord, _ environment: JobEnvironment) throws {
    try tower.write { connection in
      for table in ["batch_step", "batch_run"] {
        try connection.execute(
          """
          UPDATE \(table) SET status = 'interrupted' WHERE status = 'running'
            AND run IN (SELECT run FROM batch_run WHERE job = ?)
          """, [.text(run.job.identifier)])
      }
      try write(environment, connection)
      try write(run, connection)
      for step in run.steps { try write(step, of: run, connection) }
    }
  }

  /// Writes that a run which was interrupted goes on.
  func goOn(_ run: RunRecord, _ environment: JobEnvironment) throws {
    try tower.write { connection in
      try write(environment, connection)
      try write(run, connection)
    }
  }

  /// Writes how far a step came.
  func record(_ steps: [RunRecord.Step], of run: RunRecord) throws {
    try tower.write { connection in
      for step in steps { try record(step, of: run, connection) }
    }
  }

  /// Writes what became of a step that was decided while the run went on.
  func replace(_ step: String, by steps: [RunRecord.Step], of run: RunRecord) throws {
    try tower.write { connection in
      try connection.execute(
        "DELETE FROM batch_step WHERE run = ? AND step = ? AND status = 'planned'",
        [.text(run.identifier), .text(step)])
      try write(run, connection)
      for step in steps { try write(step, of: run, connection) }
    }
  }

  /// Writes how far a step came into a transaction that is open.
  func record(_ step: RunRecord.Step, of run: RunRecord, _ connection: Connection) throws {
    // A step that restored a backup has put the journal back as well.
    try write(run, connection)
    try write(step, of: run, connection)
    guard let inputs = step.inputs else { return }
    let key: [Value] = [.text(run.identifier), .text(step.name)]
    for table in ["batch_input", "batch_artefact"] {
      try connection.execute("DELETE FROM \(table) WHERE run = ? AND step = ?", key)
    }
    let input = try connection.prepare("INSERT INTO batch_input VALUES (?, ?, ?, ?, ?)")
    for row in inputs.rows {
      try input.run(key + [.text(row.kind), .text(row.name), .text(row.value)])
    }
    let artefact = try connection.prepare("INSERT INTO batch_artefact VALUES (?, ?, ?, ?, ?)")
    for (path, made) in step.artefacts.sorted(by: { $0.key < $1.key }) {
      try artefact.run(key + [.text(path), .text(made.name), .text(made.digest)])
    }
    guard step.status == .done else { return }
    try connection.execute(
      """
      INSERT INTO batch_last (job, step, run) VALUES (?, ?, ?)
      ON CONFLICT (job, step) DO UPDATE SET run = excluded.run
      """, [.text(run.job.identifier), .text(step.name), .text(run.identifier)])
  }

  /// Writes the end of a run, here and in the ledger.
  func end(_ run: RunRecord) throws {
    try tower.write { connection in
      try write(run, connection)
      try Ledger.append(
        kind: "batch", subject: "run:" + run.identifier,
        body: .object([
          "digest": .text(run.job.digest), "status": .text(run.status.rawValue),
          "done": .integer(Int64(run.stepsDone)), "steps": .integer(Int64(run.steps.count)),
        ]),
        actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
    }
  }

  private func write(_ environment: JobEnvironment, _ connection: Connection) throws {
    let digest = environment.digest
    let statement = try connection.prepare(
      "INSERT OR IGNORE INTO batch_environment VALUES (?, ?, ?)")
    for (name, value) in environment.parts.sorted(by: { $0.key < $1.key }) {
      try statement.run([.text(digest), .text(name), .text(value)])
    }
  }

  private func write(_ run: RunRecord, _ connection: Connection) throws {
    let parameters = run.parameters.sorted { $0.key < $1.key }.map {
      ($0.key, JSONValue.text($0.value))
    }
    try connection.execute(
      """
      INSERT INTO batch_run (run, job, day, number, file, digest, as_of, known_at, steps, started,
        ended, milliseconds, status, exit_code, cause, parameters)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run) DO UPDATE SET steps = excluded.steps, ended = excluded.ended,
        milliseconds = excluded.milliseconds, status = excluded.status,
        exit_code = excluded.exit_code, cause = excluded.cause
      """,
      [
        .text(run.identifier), .text(run.job.identifier), Value(run.day), Value(run.number),
        .text(run.job.file), .text(run.job.digest), Value(run.asOf), Value(run.knownAt),
        Value(run.steps.count), .text(run.started.description),
        Value(run.ended?.description), Value(run.milliseconds.map(Int.init)),
        .text(run.status.rawValue), Value(run.exitStatus.map { Int($0.rawValue) }),
        Value(run.cause), .text(JSONValue.object(parameters).compact),
      ])
  }

  private func write(_ step: RunRecord.Step, of run: RunRecord, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO batch_step (run, step, position, command, started, ended, milliseconds, status,
        reason, basis, attempts, exit_code, rows, message, digest, output, level, key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run, step) DO UPDATE SET command = excluded.command, started = excluded.started,
        ended = excluded.ended, milliseconds = excluded.milliseconds, status = excluded.status,
        reason = excluded.reason, basis = excluded.basis, attempts = excluded.attempts,
        exit_code = excluded.exit_code, rows = excluded.rows, message = excluded.message,
        digest = excluded.digest, output = excluded.output, level = excluded.level,
        key = excluded.key
      """,
      [
        .text(run.identifier), .text(step.name), Value(step.position), .text(step.line),
        Value(step.started?.description), Value(step.ended?.description),
        Value(step.milliseconds.map(Int.init)), .text(step.status.rawValue), .text(step.reason),
        Value(step.basis), Value(step.attempts),
        Value(step.outcome.map { Int($0.exitStatus.rawValue) }), Value(step.outcome?.rows),
        Value(step.outcome?.message), Value(step.outcome?.digest), Value(step.outcome?.output),
        Value(step.outcome?.level?.name), Value(step.inputs?.key),
      ])
  }
}
