internal import Kernel
internal import Store
internal import Vocabulary

/// The command `technology holders`.
enum HoldersCommand {
  static let command = Command(
    "technology holders", summary: "Lists the institutions that hold core technologies.",
    discussion: "The register knows institutions only, never persons.",
    parameters: [
      Parameter(
        "technology", .entity(domain: "technology"), doc: "Only holders of this technology.")
    ],
    columns: columns, examples: ["technology holders --technology dram-memory"]
  ) { invocation in
    let technology = invocation.arguments.optionalText("technology")
    return try invocation.tower.read { connection in
      let holders = try Holder.all(connection)
        .filter { technology == nil || $0.holding(of: technology ?? "") != nil }
      let sources = Set(holders.map(\.source)).sorted()
      let table = table(holders, of: technology, title: "")
      return CommandResult(
        tables: [table], notes: notes(holders), sources: sources,
        marking: try SourceRegister.marking(of: sources, connection))
    }
  }

  private static let columns = [
    Column("holder", .text, doc: "The identifier."), Column("name", .text, doc: "The name."),
    Column("name_ko", .text, doc: "In Korean."),
    Column("synthetic", .flag, doc: "Whether it is invented for demonstration."),
    Column("technology", .text, doc: "The technology it holds."),
    Column(
      "state_funded", .text, doc: "Whether the state paid for its research: yes, no or unknown."),
  ]

  /// The holders with what they hold, one row for each holding.
  static func table(_ holders: [Holder], of technology: String?, title: String) -> ResultTable {
    ResultTable(
      title: title, columns: columns,
      rows: holders.flatMap { holder in
        holder.holdings.filter { technology == nil || $0.technology == technology }.map { holding in
          [
            .text(holder.identifier), .text(holder.name.english), Value(holder.name.korean),
            Value(holder.isSynthetic), .text(holding.technology),
            .text(holding.stateFunded.rawValue),
          ]
        }
      })
  }

  /// What the reader must know of holders.
  static func notes(_ holders: [Holder]) -> [String] {
    if holders.isEmpty { return ["no holder is on record; that does not mean that there is none"] }
    let synthetic = holders.filter(\.isSynthetic).count
    return synthetic == 0
      ? [] : ["\(synthetic) of \(holders.count) holders are synthetic demonstration data"]
  }
}
