internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The command `resources production`.
enum ProductionCommand {
  static let command = Command(
    "resources production", summary: "Lists who produced a material in a year, and how much.",
    discussion: """
      The largest producer comes first; a producer without a figure comes last, has no share and is in
      no total. Shares are of the sum of the figures.
      """,
    parameters: [
      Parameter("material", .entity(domain: "material"), .required, doc: "The material."),
      Parameter("year", .integer(1900...2100), .required, doc: "The year of production."),
    ],
    columns: columns, examples: ["resources production --material rare-earths --year 2023"]
  ) { invocation in
    let year = invocation.arguments.integer("year")
    let material = invocation.arguments.text("material")
    return try invocation.tower.read { connection in
      try ConcentrationCommand.requireProduction(year, connection)
      guard let world = try WorldProduction.year(year, connection)[material] else {
        throw TowerError(
          .failed, "cannot tell: no production of \(material) is on record for \(year)")
      }
      let names = try Countries.names(connection)
      let total = world.producers.reduce(0) { $0 + ($1.amount ?? 0) }
      let unknown = world.producers.filter { $0.amount == nil }.map(\.country)
      return CommandResult(
        columns: columns,
        rows: world.producers.map { producer in
          [
            .text(producer.country), .text(names[producer.country].english),
            Value(producer.amount), .text(world.unit.rawValue),
            total > 0 ? Value(producer.amount.map { $0 / total }) : .null, Value(producer.flag),
          ]
        },
        notes: unknown.isEmpty
          ? [] : ["without a figure: " + unknown.joined(separator: ", ")],
        sources: world.sources,
        marking: try SourceRegister.marking(of: world.sources, connection))
    }
  }

  private static let columns = [
    Column("country", .country, doc: "The producer."),
    Column("name", .text, doc: "Its name."),
    Column("amount", .real, doc: "What it produced; null when it is not known."),
    Column("unit", .text, doc: "The unit of the amount."),
    Column("share", .real, doc: "Its share of the world, 0 to 1."),
    Column("data_flag", .text, doc: "r reported, e estimated, p preliminary."),
  ]
}
