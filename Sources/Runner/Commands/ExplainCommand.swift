internal import Kernel
internal import Store
internal import Vocabulary

/// The command that shows all that a step of a run stood on.
enum ExplainCommand {
  static let command = Command(
    "batch explain", summary: "Shows why a step of a run ran or did not, and what it stood on.",
    parameters: [
      .positional("run", .text, doc: "The run, such as daily-brief/2026-11-24/1."),
      .positional("step", .text, doc: "The step; with its item in brackets if it has one."),
    ],
    columns: columns, examples: ["batch explain daily-brief/2026-11-24/1 flows"]
  ) { invocation in
    let run = invocation.arguments.text("run")
    let step = invocation.arguments.text("step")
    return try invocation.tower.read { connection in
      let job = try RunLookup.job(of: run, connection)
      let record = try RunLookup.step(step, of: run, connection)
      // A step that was skipped stands on the run in which it was done.
      let basis = record.basis ?? run
      let before = try connection.first(
        """
        SELECT s.run FROM batch_step s JOIN batch_run r ON r.run = s.run
        WHERE r.job = ? AND s.step = ? AND s.status = 'done' AND s.run <> ?
          AND (r.day, r.number) < (SELECT day, number FROM batch_run WHERE run = ?)
        ORDER BY r.day DESC, r.number DESC LIMIT 1
        """, [.text(job), .text(step), .text(basis), .text(basis)])?[0].text
      let now = try inputs(basis, step, connection)
      let old = try before.map { try inputs($0, step, connection) } ?? [:]
      let names = Set(now.keys).union(old.keys).sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
      return CommandResult(
        columns: columns,
        rows: names.map { name in
          let (was, present) = (old[name], now[name])
          let change =
            before == nil ? "first" : was == present ? "same" : was == nil ? "new" : "changed"
          return [
            .text(name.kind), .text(name.name), Value(was), Value(present),
            .text(present == nil ? "gone" : change),
          ]
        },
        notes: [
          "\(step) in \(run): \(record.status), \(record.reason)",
          record.key.map { "key \($0)" } ?? "no key: the step was not done",
          before.map { "before: as it was done in \($0)" } ?? "it was never done before",
        ])
    }
  }

  private static let columns = [
    Column(
      "kind", .text, doc: "command, known_at, day, file, environment, table_read, table_written."),
    Column("name", .text, doc: "The file or table."),
    Column("before", .text, doc: "What it was when the step was done the time before."),
    Column("now", .text, doc: "What it was in this run."),
    Column("change", .text, doc: "first, same, new, changed or gone."),
  ]

  private struct Name: Hashable {
    let kind: String
    let name: String
  }

  private static func inputs(_ run: String, _ step: String, _ connection: Connection) throws
    -> [Name: String]
  {
    let rows = try connection.rows(
      "SELECT kind, name, value FROM batch_input WHERE run = ? AND step = ?",
      [.text(run), .text(step)])
    return Dictionary(
      rows.map { (Name(kind: $0[0].text ?? "", name: $0[1].text ?? ""), $0[2].text ?? "") }
    ) { first, _ in first }
  }
}
