internal import Kernel
internal import Store
internal import Vocabulary

/// The command that goes on with a run that did not end.
enum ResumeCommand {
  static let command = Command(
    "batch resume", summary: "Goes on with a run that was killed, interrupted or failed.",
    discussion: """
      The run keeps its plan, its parameters and its day. What is done stays; the step that was
      under way left nothing behind and runs again; the rest follows. The store, the files and the
      findings come to the same end as without the interruption. Only the last run of a job can go
      on, and only with the job file as it was.
      """,
    parameters: [
      .positional(
        "run", .text, .optional,
        doc: "The run, such as daily-brief/2026-11-24/1; the last one that did not end by default."),
      Parameter("events", .flag, doc: "Write events as NDJSON to the standard output."),
    ],
    columns: RunAnswer.columns, effect: .none, alwaysRuns: true, examples: ["batch resume"]
  ) { invocation in
    try RunAnswer.refuseTwoForms(invocation)
    let tower = invocation.tower
    let stored = try tower.read { connection in
      try StoredRun.unfinished(invocation.arguments.optionalText("run"), tower, connection)
    }
    var options = invocation.options
    options.asOf = stored.asOf
    options.knownAt = stored.knownAt
    let values = stored.parameters
    let job = try Job.load(path: stored.file, registry: tower.registry, given: values)
    guard job.digest == stored.digest else {
      throw TowerError(
        .usage, "the job file \(stored.file) is not the one that run \(stored.run) began with",
        hints: ["start it anew: tower batch run \(stored.file)"])
    }
    let run = RunAnswer.jobRun(job, values, forced: [], invocation, options: options)
    return RunAnswer.answer(
      try run.resume { try tower.read { try Journal.run(stored.run, of: job, $0) } }, invocation)
  }
}

/// A run as the journal names it, before its job is read.
private struct StoredRun {
  let run: String
  let file: String
  let digest: String
  let asOf: Day
  let knownAt: Day?
  let parameters: [String: String]

  /// The run of that name, or the last one that did not end.
  ///
  /// - Throws: `TowerError` when there is none, when it is done, or when another run followed it.
  static func unfinished(_ name: String?, _ tower: Tower, _ connection: Connection) throws
    -> StoredRun
  {
    let rows = try connection.rows(
      """
      SELECT run, file, digest, as_of, known_at, status, job, day, number FROM batch_run
      ORDER BY started, day, number
      """)
    let names = rows.compactMap { $0[0].text }
    let last = rows.last { $0[5].text != "done" }
    guard let row = name == nil ? last : rows.first(where: { $0[0].text == name }) else {
      guard let name else {
        throw TowerError(
          .usage, "no run is left unfinished", hints: ["'tower batch log' lists them"])
      }
      let near = nearest(to: name, in: names)
      throw TowerError(
        .usage, "there is no run '\(name)'",
        hints: near.isEmpty
          ? ["'tower batch log' lists them"] : ["did you mean \(near.joined(separator: " or "))?"])
    }
    let run = row[0].text ?? ""
    guard row[5].text != "done" else {
      throw TowerError(.usage, "run \(run) is done", hints: ["there is nothing to go on with"])
    }
    let later = rows.last { other in
      other[6] == row[6]
        && (other[7].text ?? "", other[8].integer ?? 0)
          > (row[7].text ?? "", row[8].integer ?? 0)
    }
    if let later = later?[0].text {
      throw TowerError(
        .usage, "run \(run) was followed by \(later)", hints: ["only the last run can go on"])
    }
    let parameters = try connection.rows(
      "SELECT key, value FROM batch_run, json_each(parameters) WHERE run = ?", [.text(run)])
    return StoredRun(
      run: run, file: row[1].text ?? "", digest: row[2].text ?? "",
      asOf: try Day(row[3].text ?? ""), knownAt: try row[4].text.map { try Day($0) },
      parameters: Dictionary(parameters.map { ($0[0].text ?? "", $0[1].text ?? "") }) {
        first, _ in first
      })
  }
}
