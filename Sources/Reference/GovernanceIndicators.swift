public import Store

/// The governance indicators that the store holds (World Bank, Worldwide Governance Indicators).
public enum GovernanceIndicators {
  /// The estimates of one dimension in one year, or their standard errors.
  public struct Estimates: Sendable {
    /// The dimension, such as `political_stability`.
    public let dimension: String
    /// The year that they are of.
    public let year: Int
    /// By country (ISO 3166-1 alpha-3): about -2.5 (weak) to 2.5 (strong), or
    /// the standard error on the same scale.
    public let byCountry: [String: Double]
    /// The sources.
    public let sources: [String]
  }

  /// The estimates of a dimension in a year, or in the latest year before it that the store holds;
  /// nil when it holds none.
  public static func estimates(
    dimension: String = "political_stability", year: Int, _ connection: Connection
  ) throws -> Estimates? {
    let held = try connection.first(
      """
      SELECT max(year) FROM governance WHERE dimension = ? AND measure = 'estimate' AND year <= ?
      """, [.text(dimension), Value(year)])
    guard let latest = held?[0].integer.map(Int.init) else { return nil }
    return try values(dimension, measure: "estimate", year: latest, connection)
  }

  /// The standard errors of estimates, by country; nil when the store holds none of that dimension
  /// and year.
  public static func standardErrors(of estimates: Estimates, _ connection: Connection) throws
    -> Estimates?
  {
    try values(
      estimates.dimension, measure: "standard_error", year: estimates.year, connection)
  }

  private static func values(
    _ dimension: String, measure: String, year: Int, _ connection: Connection
  ) throws -> Estimates? {
    let rows = try connection.rows(
      """
      SELECT country, value, source_id FROM governance
      WHERE dimension = ? AND measure = ? AND year = ? ORDER BY country
      """, [.text(dimension), .text(measure), Value(year)])
    guard !rows.isEmpty else { return nil }
    return Estimates(
      dimension: dimension, year: year,
      byCountry: Dictionary(rows.map { ($0[0].text ?? "", $0[1].real ?? 0) }) { first, _ in first },
      sources: Set(rows.compactMap { $0[2].text }).sorted())
  }
}
