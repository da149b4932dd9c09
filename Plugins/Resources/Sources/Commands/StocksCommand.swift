internal import Kernel
internal import Store
internal import Vocabulary

/// The command `resources stocks`.
enum StocksCommand {
  static let command = Command(
    "resources stocks", summary: "Lists stock positions, held and aimed at, that may be seen here.",
    discussion: """
      Every position has a marking of its own. One that this deployment may not hold is kept back and
      counted. An older position of the same agency, kind and material stays listed below the latest.
      """,
    parameters: [Parameter("material", .entity(domain: "material"), doc: "One material only.")],
    columns: StockColumns.all, examples: ["resources stocks --material antimony"]
  ) { invocation in
    try invocation.tower.read { connection in
      let visible = try VisiblePositions(
        invocation.tower.deployment, asOf: invocation.asOf, connection)
      let material = invocation.arguments.optionalText("material")
      let shown = visible.positions.filter { material == nil || $0.material == material }
      return CommandResult(
        columns: StockColumns.all, rows: shown.map(StockColumns.values),
        notes: visible.notes
          + (shown.isEmpty ? ["no position is on record here; that does not mean no stock"] : []),
        sources: Set(shown.map(\.source)).sorted(),
        marking: shown.reduce(.clear) { $0.combined(with: $1.marking) })
    }
  }
}

/// A stock position as a row.
enum StockColumns {
  static let all = [
    Column("agency", .text, doc: "Whose it is."), Column("material", .text, doc: "The material."),
    Column("kind", .text, doc: "held, or target: what is aimed at."),
    Column("as_of", .day, doc: "The day it is of."),
    Column("amount", .real, doc: "The amount; null when it is stated in days."),
    Column("unit", .text, doc: "The unit of amount and consumption."),
    Column("consumption_per_year", .real, doc: "What is used in a year, where stated."),
    Column(
      "days_of_use", .real, unit: "d",
      doc: "Days of use, as stated or by the position's own consumption; null when not known."),
    Column("marking", .marking, doc: "How far it may travel."),
    Column("note", .text, doc: "Remarks, and where it is stated."),
    Column("source_id", .text, doc: "The source."),
  ]

  static func values(_ position: StockPosition) -> [Value] {
    [
      .text(position.agency), .text(position.material),
      .text(position.isTarget ? "target" : "held"), Value(position.asOf), Value(position.amount),
      Value(position.unit?.rawValue), Value(position.yearlyConsumption), Value(position.daysOfUse),
      .text(position.marking.description), Value(position.note), .text(position.source),
    ]
  }
}
