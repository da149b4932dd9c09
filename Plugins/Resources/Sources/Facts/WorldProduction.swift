internal import Criticality
internal import Reference
internal import Store
internal import Vocabulary

/// What the world produced of one material in one year.
struct WorldProduction {
  /// A country with its production.
  struct Producer {
    let country: String
    /// In the unit of the material; nil when it is not known.
    let amount: Double?
    /// How the figure came about: r reported, e estimated, p preliminary.
    let flag: String?
  }

  let material: String
  let year: Int
  let unit: Unit
  /// The largest first, equal ones by their code, those without a figure last.
  let producers: [Producer]
  /// In order.
  let sources: [String]

  /// The concentration of production; nil when none above zero is known.
  ///
  /// - Parameter governance: the estimates by country.
  func concentration(_ governance: [String: Double]) -> ProductionConcentration? {
    ProductionConcentration(
      production: producers.map(\.amount),
      governance: producers.map { governance[$0.country].map(Governance.weight) })
  }

  /// The share of the producers listed that have no figure.
  var shareWithoutFigure: Double {
    Double(producers.filter { $0.amount == nil }.count) / Double(max(producers.count, 1))
  }

  /// What a country produced, in the unit of the material.
  func production(of country: String) -> OwnProduction {
    guard let producer = producers.first(where: { $0.country == country }) else {
      return .notListed
    }
    return producer.amount.map(OwnProduction.known) ?? .unknown
  }

  /// The production of every material in a year, by material.
  static func year(_ year: Int, _ connection: Connection) throws -> [String: WorldProduction] {
    let rows = try connection.rows(
      """
      SELECT material, country, amount, unit, data_flag, source_id FROM resources_production
      WHERE year = ? ORDER BY material, amount IS NULL, amount DESC, country
      """, [Value(year)])
    return Dictionary(grouping: rows) { $0[0].text ?? "" }.compactMapValues { rows in
      guard let first = rows.first, let unit = Unit(rawValue: first[3].text ?? "") else {
        return nil
      }
      return WorldProduction(
        material: first[0].text ?? "", year: year, unit: unit,
        producers: rows.map {
          Producer(country: $0[1].text ?? "", amount: $0[2].real, flag: $0[4].text)
        },
        sources: Set(rows.compactMap { $0[5].text }).sorted())
    }
  }

  /// The years that the store holds, in order.
  static func years(_ connection: Connection) throws -> [Int] {
    try connection.rows("SELECT DISTINCT year FROM resources_production ORDER BY year")
      .compactMap { $0[0].integer.map(Int.init) }
  }
}

/// What is known of a country's own production.
enum OwnProduction: Equatable {
  case known(Double)
  /// It is listed as a producer without a figure.
  case unknown
  /// It is not among the producers of the world; World Mining Data lists all of them.
  case notListed

  /// The amount; nil when it is not known.
  var amount: Double? {
    switch self {
    case .known(let amount): amount
    case .unknown: nil
    case .notListed: 0
    }
  }
}
