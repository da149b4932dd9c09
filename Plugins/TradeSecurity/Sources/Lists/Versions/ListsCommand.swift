internal import Kernel
internal import Store
internal import Vocabulary

/// The command `trade lists`.
enum ListsCommand {
  static let command = Command(
    "trade lists", summary: "Shows the lists of parties in force, with their age.",
    discussion: """
      A list that fails to import, because it shrank or its layout changed, leaves the last good
      version in force; its age tells. With --versions every version that is kept is shown.
      """,
    parameters: [
      .positional("list", .text, .optional, doc: "Only this list."),
      Parameter("versions", .flag, doc: "Show earlier versions too."),
    ],
    columns: columns, examples: ["trade lists", "trade lists ofac-sdn --versions"]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let all = try KeptVersion.all(list: arguments.optionalText("list"), connection)
      let shown = all.filter { arguments.flag("versions") || $0.base == nil }
      let undated = shown.filter { $0.published == nil }.map(\.list)
      let sources = shown.map(\.source)
      return CommandResult(
        columns: columns, rows: shown.map { row($0, on: invocation.asOf) },
        notes: all.isEmpty
          ? ["no list of parties is imported"]
          : undated.isEmpty
            ? [] : ["no age can be told of: \(undated.joined(separator: ", "))"],
        sources: sources, marking: try SourceRegister.marking(of: sources, connection))
    }
  }

  private static let columns = [
    Column("list", .text, doc: "The list."),
    Column("version", .text, doc: "The name of the version."),
    Column("published", .day, doc: "When it was published; null when unknown."),
    Column("age", .integer, unit: "d", doc: "Its age on the day asked about; null when unknown."),
    Column("entries", .integer, doc: "How many entries it has."),
    Column("in_force", .flag, doc: "Whether names are screened against it."),
    Column("layout", .text, doc: "The layout of its file."),
    Column("source_id", .text, doc: "The source."),
  ]

  private static func row(_ version: KeptVersion, on day: Day) -> [Value] {
    [
      .text(version.list), .text(version.version), Value(version.published),
      Value(version.published?.days(until: day)), Value(version.entries),
      Value(version.base == nil), .text(version.layout), .text(version.source),
    ]
  }
}
