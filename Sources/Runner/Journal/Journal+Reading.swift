internal import Kernel
internal import Store
internal import Vocabulary

extension Journal {
  /// The last time that each step of a job was done, by its name.
  static func records(of job: String, _ connection: Connection) throws -> [String: StepRecord] {
    var inputs: [String: [StepInputs.Row]] = [:]
    try connection.forEachRow(
      """
      SELECT i.step, i.kind, i.name, i.value FROM batch_last l
      JOIN batch_input i ON i.run = l.run AND i.step = l.step WHERE l.job = ?
      """, [.text(job)]
    ) { row in
      let values = row.values
      inputs[values[0].text ?? "", default: []].append(
        StepInputs.Row(
          kind: values[1].text ?? "", name: values[2].text ?? "", value: values[3].text ?? ""))
    }
    var artefacts: [String: [String: String]] = [:]
    for row in try connection.rows(
      """
      SELECT a.step, a.path, a.digest FROM batch_last l
      JOIN batch_artefact a ON a.run = l.run AND a.step = l.step WHERE l.job = ?
      """, [.text(job)])
    {
      artefacts[row[0].text ?? "", default: [:]][row[1].text ?? ""] = row[2].text
    }
    var records: [String: StepRecord] = [:]
    for row in try connection.rows(
      """
      SELECT s.step, s.run, s.output, s.level, s.exit_code, s.rows, s.milliseconds
      FROM batch_last l JOIN batch_step s ON s.run = l.run AND s.step = l.step WHERE l.job = ?
      """, [.text(job)])
    {
      let name = row[0].text ?? ""
      records[name] = StepRecord(
        run: row[1].text ?? "", inputs: StepInputs(inputs[name] ?? []),
        artefacts: artefacts[name] ?? [:], output: row[2].text, level: row[3].text,
        exitCode: Int32(row[4].integer ?? 0), rows: row[5].integer.map { Int($0) },
        milliseconds: row[6].integer)
    }
    return records
  }

  /// A run of a job, with its steps in their order.
  ///
  /// - Throws: `TowerError` when the journal has no such run.
  static func run(_ identifier: String, of job: Job, _ connection: Connection) throws -> RunRecord {
    guard
      let row = try connection.first(
        "SELECT day, number, as_of, known_at, parameters, started, milliseconds FROM batch_run "
          + "WHERE run = ?", [.text(identifier)])
    else { throw TowerError(.usage, "there is no run '\(identifier)'") }
    let parameters = try connection.rows(
      "SELECT key, value FROM batch_run, json_each(parameters) WHERE run = ?", [.text(identifier)])
    var run = RunRecord(
      job: job, day: try Day(row[0].text ?? ""), number: Int(row[1].integer ?? 0),
      asOf: try Day(row[2].text ?? ""), knownAt: try row[3].text.map { try Day($0) },
      parameters: Dictionary(parameters.map { ($0[0].text ?? "", $0[1].text ?? "") }) { first, _ in
        first
      },
      started: try Instant(row[5].text ?? ""))
    run.milliseconds = row[6].integer
    let places = Dictionary(job.steps.map { ($0.identifier, $0) }) { first, _ in first }
    run.steps = try connection.rows(
      """
      SELECT step, position, command, status, reason, basis, started, ended, milliseconds, attempts,
        exit_code, rows, message, digest, output, level
      FROM batch_step WHERE run = ? ORDER BY position
      """, [.text(identifier)]
    ).map { try RunRecord.Step($0) }
    // Items of one step have one position: their order is that of the job.
    func place(_ step: RunRecord.Step) -> (Int, Int) {
      let name = StepName(step.name)
      guard case .list(let items) = places[name.step]?.items else { return (step.position, 0) }
      return (step.position, items.firstIndex { $0 == name.item } ?? 0)
    }
    run.steps.sort { place($0) < place($1) }
    return run
  }

  /// The environments that the journal keeps, by digest.
  static func environments(_ connection: Connection) throws -> [String: JobEnvironment] {
    var parts: [String: [String: String]] = [:]
    for row in try connection.rows("SELECT digest, name, value FROM batch_environment") {
      parts[row[0].text ?? "", default: [:]][row[1].text ?? ""] = row[2].text
    }
    return parts.mapValues { JobEnvironment(parts: $0) }
  }
}

extension RunRecord.Step {
  fileprivate init(_ row: [Value]) throws {
    self.init(
      name: row[0].text ?? "", position: Int(row[1].integer ?? 0), line: row[2].text ?? "",
      status: RunRecord.Status(rawValue: row[3].text ?? "") ?? .planned, reason: row[4].text ?? "",
      basis: row[5].text, started: try row[6].text.map { try Instant($0) },
      ended: try row[7].text.map { try Instant($0) }, milliseconds: row[8].integer,
      attempts: Int(row[9].integer ?? 0))
    guard let code = row[10].integer, let exit = ExitStatus(rawValue: Int32(code)) else { return }
    outcome = StepOutcome(
      exitStatus: exit, rows: row[11].integer.map { Int($0) }, message: row[12].text ?? "",
      notes: [], digest: row[13].text, output: row[14].text,
      level: row[15].text.flatMap { Level(name: $0) })
  }
}
