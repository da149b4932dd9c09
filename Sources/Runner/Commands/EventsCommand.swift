internal import Kernel
internal import Store
internal import Vocabulary

/// The command that explains the events of a run.
enum EventsCommand {
  static let command = Command(
    "batch events", summary: "Explains the events that 'batch run --events' writes.",
    discussion: """
      Each line is one JSON object with the fields listed, in this order; 'schema' names the
      version. Fields may be added under the same version; one that goes or changes its meaning
      raises it.
      """,
    columns: columns, effect: .none, examples: ["batch events --format json"]
  ) { _ in
    let rows = EventKind.all.flatMap { kind in
      (EventKind.common + kind.fields).map { field -> [Value] in
        [
          .text(kind.name), .text(field.name), .text(field.kind.rawValue), Value(field.unit),
          .text(field.doc),
        ]
      }
    }
    return CommandResult(
      columns: columns, rows: rows, notes: EventKind.all.map { "\($0.name): \($0.doc)" })
  }

  private static let columns = [
    Column("event", .text, doc: "The kind of the event."),
    Column("field", .text, doc: "The field."),
    Column("type", .text, doc: "What its value is."),
    Column("unit", .text, doc: "The unit of a number."),
    Column("doc", .text, doc: "What it says."),
  ]
}
