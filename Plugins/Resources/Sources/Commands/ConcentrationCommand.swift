internal import Kernel
internal import Store
internal import Vocabulary

/// The command `resources concentration`.
enum ConcentrationCommand {
  static let command = Command(
    "resources concentration",
    summary: "Tells how concentrated the world production of materials is, and on whom.",
    discussion: """
      The Herfindahl-Hirschman index of production over countries, and the European Commission's
      HHI_WGI: each squared share times the governance of the country, rescaled to 0 (strong) to 10
      (weak). Governance is the World Bank's political stability, in place of the mean of its six
      dimensions. Where the governance of a producer is not known there are bounds, not a guess.
      """,
    parameters: [
      Parameter("year", .integer(1900...2100), .required, doc: "The year of production."),
      Parameter("material", .entity(domain: "material"), doc: "One material only."),
    ],
    columns: ConcentrationAnswer.columns,
    examples: ["resources concentration --year 2023 --material antimony"]
  ) { invocation in
    let year = invocation.arguments.integer("year")
    return try invocation.tower.read { connection in
      try requireProduction(year, connection)
      let material = invocation.arguments.optionalText("material")
      let answer = try ConcentrationAnswer(year: year, material: material, connection)
      return CommandResult(
        columns: ConcentrationAnswer.columns, rows: answer.rows,
        notes: answer.rows.isEmpty
          ? ["cannot tell: no production of it is on record for \(year)"] : [],
        sources: answer.sources,
        marking: try SourceRegister.marking(of: answer.sources, connection))
    }
  }

  /// Refuses a year of which the store holds no production.
  static func requireProduction(_ year: Int, _ connection: Connection) throws {
    let held = try WorldProduction.years(connection)
    guard !held.contains(year) else { return }
    let list = held.isEmpty ? "none" : held.map(String.init).joined(separator: ", ")
    throw TowerError(
      .failed, "cannot tell: the store holds no production for \(year)",
      hints: ["years held: \(list)", "tower import world-mining FILE brings more"])
  }
}
