internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The concentration of world production in a year, for the command and the function alike.
struct ConcentrationAnswer {
  let rows: [[Value]]
  let sources: [String]

  init(year: Int, material: String? = nil, _ connection: Connection) throws {
    let production = try WorldProduction.year(year, connection)
    let governance = try GovernanceIndicators.estimates(year: year, connection)
    let chosen = production.values.filter { material == nil || $0.material == material }
      .sorted { $0.material < $1.material }
    rows = chosen.map { ConcentrationAnswer.row($0, governance) }
    sources = Set(chosen.flatMap(\.sources) + (governance?.sources ?? [])).sorted()
  }

  private static func row(
    _ world: WorldProduction, _ governance: GovernanceIndicators.Estimates?
  ) -> [Value] {
    let unknown = world.producers.filter { $0.amount == nil }.count
    guard let measured = world.concentration(governance?.byCountry ?? [:]) else {
      return [
        .text(world.material), .text(world.unit.rawValue), .null, .integer(0), Value(unknown),
      ]
        + Array(repeating: .null, count: 7)
    }
    let unrated = measured.withoutGovernance.map { world.producers[$0].country }
    return [
      .text(world.material), .text(world.unit.rawValue), .real(measured.total),
      Value(measured.producers), Value(unknown), .real(measured.index),
      .text(world.producers[measured.topProducer].country), .real(measured.topShare),
      governance.map { _ in .real(measured.governanceIndex.lowerBound) } ?? .null,
      governance.map { _ in .real(measured.governanceIndex.upperBound) } ?? .null,
      Value(governance?.year), .text(unrated.joined(separator: " ")),
    ]
  }

  static let columns = [
    Column("material", .text, doc: "The material."),
    Column("unit", .text, doc: "The unit of the total."),
    Column("total", .real, doc: "World production, over the producers with a figure."),
    Column("producers", .integer, doc: "How many countries produce, by their figures."),
    Column(
      "producers_without_figure", .integer,
      doc: "How many are listed without a figure; they are in no share."),
    Column("hhi", .real, doc: "The Herfindahl-Hirschman index of production, 0 to 1."),
    Column("top_producer", .country, doc: "The largest producer."),
    Column("top_share", .real, doc: "Its share, 0 to 1."),
    Column(
      "hhi_wgi_low", .real,
      doc: "The index weighted by governance, 0 to 10; where it is not known, taken as the best."),
    Column(
      "hhi_wgi_high", .real, doc: "The same; where governance is not known, taken as the worst."),
    Column("governance_year", .integer, doc: "The year of the governance indicators."),
    Column("without_governance", .text, doc: "The producers whose governance is not known."),
  ]
}
