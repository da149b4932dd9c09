internal import Criticality
internal import Reference
internal import Store
internal import Vocabulary

/// The trade terms that are on record towards one importer at the end of a year.
struct TradeTerms {
  /// Whether any are on record; where none are, nobody knows whether there are restrictions.
  let isHeld: Bool
  let sources: [String]
  private let measures: [Key: [TradeTerm.Measure]]
  private let levels: TradeTerm
  private let members: Set<String>

  private struct Key: Hashable {
    let country: String
    let material: String
  }

  init(_ year: CriticalityYear, _ levels: TradeTerm, _ connection: Connection) throws {
    let rows = try connection.rows(
      """
      SELECT country, material, kind, rate, source_id FROM resources_trade_term
      WHERE importer IN ('*', ?1) AND valid_from <= ?2 AND (valid_to IS NULL OR valid_to > ?2)
      ORDER BY country, material, kind
      """, [.text(year.importer), .text("\(year.year)-12-31")])
    var measures: [Key: [TradeTerm.Measure]] = [:]
    for row in rows {
      guard let measure = TradeTerms.measure(row[2].text ?? "", rate: row[3].real) else { continue }
      measures[Key(country: row[0].text ?? "", material: row[1].text ?? ""), default: []]
        .append(measure)
    }
    isHeld = !rows.isEmpty
    sources = Set(rows.compactMap { $0[4].text }).sorted()
    self.measures = measures
    self.levels = levels
    members = Set(year.members)
  }

  /// The term of a country for a material.
  func term(_ country: String, _ material: Material) -> Double {
    let found = [material.identifier, "*"].flatMap {
      measures[Key(country: country, material: $0)] ?? []
    }
    return levels.value(of: found, isOwn: members.contains(country))
  }

  private static func measure(_ kind: String, rate: Double?) -> TradeTerm.Measure? {
    switch kind {
    case "export-tax": rate.map(TradeTerm.Measure.tax)
    case "export-quota": .quota
    case "export-prohibition": .prohibition
    case "trade-agreement": .agreement
    default: nil
    }
  }
}
