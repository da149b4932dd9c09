internal import Kernel
internal import Store
internal import Vocabulary

/// The command that tells how far runs came.
enum LogCommand {
  static let command = Command(
    "batch log", summary: "Lists the runs of jobs, or the steps of one run.",
    discussion: """
      A run without an end whose process is gone was killed: it is shown as interrupted. Whether
      the process lives is asked of the operating system's lock, not of a file.
      """,
    parameters: [
      .positional("run", .text, .optional, doc: "The run, such as daily-brief/2026-11-24/1.")
    ],
    columns: runColumns, examples: ["batch log", "batch log daily-brief/2026-11-24/1"]
  ) { invocation in
    let tower = invocation.tower
    return try tower.read { connection in
      try invocation.arguments.optionalText("run").map { try steps($0, tower, connection) }
        ?? runs(tower, connection)
    }
  }

  private static let runColumns = [
    Column("run", .text, doc: "The run."),
    Column("status", .text, doc: "running, done, failed or interrupted."),
    Column("exit_code", .integer, doc: "The exit code it ended with."),
    Column("done", .integer, doc: "How many steps are done or had nothing to do."),
    Column("steps", .integer, doc: "How many steps the job has."),
    Column("started", .text, doc: "When it started."),
    Column("ended", .text, doc: "When it ended; null while it runs and when it was killed."),
    Column("seconds", .real, unit: "s", doc: "How long it took."),
    Column("as_of", .day, doc: "The day that its steps were for."),
    Column("cause", .text, doc: "Why it stopped, when it did not finish."),
  ]

  private static let stepColumns = [
    Column("step", .text, doc: "The step."),
    Column("status", .text, doc: "planned, running, done, failed, interrupted or skipped."),
    Column("exit_code", .integer, doc: "The exit code that the command alone would have given."),
    Column("started", .text, doc: "When it started."),
    Column("seconds", .real, unit: "s", doc: "How long it took."),
    Column("rows", .integer, doc: "How many rows it answered."),
    Column("message", .text, doc: "Its answer in short, or why it failed or was skipped."),
    Column("digest", .text, doc: "The SHA-256 of its answer as JSON."),
    Column("command", .text, doc: "Its command line."),
  ]

  private static func runs(_ tower: Tower, _ connection: Connection) throws -> CommandResult {
    let rows = try connection.rows(
      """
      SELECT run, status, exit_code,
        (SELECT count(*) FROM batch_step s WHERE s.run = r.run AND s.status IN ('done', 'skipped')), steps,
        started, ended, milliseconds / 1000.0, as_of, cause, job
      FROM batch_run r ORDER BY started, job, number
      """)
    return CommandResult(
      columns: runColumns,
      rows: rows.map { row in
        var row = row
        row[1] = status(row[1], run: row[0].text, job: row[10].text, tower)
        return Array(row.dropLast())
      },
      notes: rows.isEmpty ? ["no job has run yet; 'tower batch run JOB.yaml' runs one"] : [])
  }

  private static func steps(_ run: String, _ tower: Tower, _ connection: Connection) throws
    -> CommandResult
  {
    let job = try RunLookup.job(of: run, connection)
    let rows = try connection.rows(
      """
      SELECT step, status, exit_code, started, milliseconds / 1000.0, rows,
        coalesce(message, reason), digest, command
      FROM batch_step WHERE run = ? ORDER BY position, step
      """, [.text(run)])
    return CommandResult(
      columns: stepColumns,
      rows: rows.map { row in
        var row = row
        row[1] = status(row[1], run: run, job: job, tower)
        return row
      })
  }

  private static func status(_ status: Value, run: String?, job: String?, _ tower: Tower) -> Value {
    guard status == "running", let job else { return status }
    let holder = RunLock.holder(job: job, storePath: tower.store.path)
    return holder?.run == run ? status : "interrupted"
  }
}
