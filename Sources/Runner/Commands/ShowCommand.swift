internal import Kernel
internal import Store
internal import Vocabulary

/// The command that shows all that a run did.
enum ShowCommand {
  static let command = Command(
    "batch show", summary: "Shows the steps of a run, the files that it made and its findings.",
    parameters: [
      .positional("run", .text, doc: "The run, such as daily-brief/2026-11-24/1.")
    ],
    columns: stepColumns, examples: ["batch show daily-brief/2026-11-24/1"]
  ) { invocation in
    let run = invocation.arguments.text("run")
    return try invocation.tower.read { connection in
      _ = try RunLookup.job(of: run, connection)
      let steps = try connection.rows(
        """
        SELECT step, status, exit_code, milliseconds / 1000.0, attempts, rows, level, message, reason
        FROM batch_step WHERE run = ? ORDER BY position, step
        """, [.text(run)])
      let artefacts = try connection.rows(
        "SELECT step, name, path, digest FROM batch_artefact WHERE run = ? ORDER BY step, path",
        [.text(run)])
      return CommandResult(tables: [
        ResultTable(title: "Steps", columns: stepColumns, rows: steps),
        ResultTable(title: "Files", columns: artefactColumns, rows: artefacts),
      ])
    }
  }

  private static let stepColumns = [
    Column("step", .text, doc: "The step."),
    Column("status", .text, doc: "planned, running, done, failed, interrupted or skipped."),
    Column("exit_code", .integer, doc: "The exit code that the command alone would have given."),
    Column("seconds", .real, unit: "s", doc: "How long it took."),
    Column("attempts", .integer, doc: "How often it was tried."),
    Column("rows", .integer, doc: "How many rows it answered."),
    Column("level", .text, doc: "The highest level in its answer."),
    Column("message", .text, doc: "Its answer in short, or why it failed."),
    Column("reason", .text, doc: "Why it ran or did not."),
  ]

  private static let artefactColumns = [
    Column("step", .text, doc: "The step that made it."),
    Column("name", .text, doc: "Its name in the job; empty when it has none."),
    Column("path", .text, doc: "The file or folder."),
    Column("digest", .text, doc: "Its SHA-256."),
  ]
}
