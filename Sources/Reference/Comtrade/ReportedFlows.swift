public import FlowColumns
public import Store
public import Vocabulary

/// What countries report of their own trade, each flow as each of its two sides says it.
///
/// The trade that one country reports as exports to another and the other as imports from it is the
/// same; how far the two differ is the mirror gap.
public enum ReportedFlows {
  /// In which direction goods go, as the reporter sees it.
  public enum Direction: String, Sendable, CaseIterable {
    /// Into the reporter's country, re-imports included.
    case imports = "import"
    /// Out of it, re-exports included.
    case exports = "export"
    /// Out of it, after they had come in.
    case reExports = "re-export"
    /// Into it, after they had gone out.
    case reImports = "re-import"

    /// The place among all directions.
    var place: Int { Direction.allCases.firstIndex(of: self) ?? 0 }
  }

  /// One flow as one side reports it.
  public struct Report: Sendable, Hashable {
    /// The six digits of the product.
    public let product: String
    /// Who reports (ISO 3166-1 alpha-3).
    public let reporter: String
    /// In which direction the goods went.
    public let direction: Direction
    /// The other side (ISO 3166-1 alpha-3).
    public let partner: String
    /// The value in thousand US dollars; of imports with freight and insurance, of exports without.
    public let value: Double
    /// The net weight in tonnes; nil when not known.
    public let netWeight: Double?
    /// Whether the net weight, or a part of it, was estimated.
    public let isWeightEstimated: Bool
    /// The source.
    public let source: String
  }

  /// The years and months that the store holds reports of, in order of time; a year stands before its
  /// months.
  public static func periods(edition: String, _ connection: Connection) throws -> [Period] {
    // One search for each period, where DISTINCT would read every report.
    try connection.rows(
      """
      WITH RECURSIVE held (period) AS (
        SELECT min(period) FROM reported_flow WHERE edition = ?1
        UNION ALL
        SELECT (SELECT min(period) FROM reported_flow
          WHERE edition = ?1 AND period > held.period)
        FROM held WHERE held.period IS NOT NULL
      )
      SELECT period FROM held WHERE period IS NOT NULL
      """, [.text(edition)]
    ).compactMap { $0[0].text.flatMap(period) }
  }

  /// The whole years that the store holds reports of, in order.
  public static func years(edition: String, _ connection: Connection) throws -> [Int] {
    try periods(edition: edition, connection).filter { $0.month == nil }.map(\.year)
  }

  /// The reports of a product, or of all products of a heading, in a period: by product, reporter,
  /// direction and partner.
  public static func reports(
    of product: ProductCode, in period: Period, _ connection: Connection
  ) throws -> [Report] {
    try reports(product.edition, product.digits, period, connection)
  }

  /// The reports of a whole year: by product, reporter, direction and partner.
  ///
  /// - Parameter product: a product of the edition, or a heading, only; nil for all.
  public static func reports(
    edition: String, year: Int, of product: ProductCode? = nil, _ connection: Connection
  ) throws -> [Report] {
    try reports(edition, product?.digits ?? "", Period(year: year), connection)
  }

  private static func reports(
    _ edition: String, _ digits: String, _ period: Period, _ connection: Connection
  ) throws -> [Report] {
    // The colon is the character after 9.
    try connection.rows(
      """
      SELECT product, reporter, flow, partner, value, net_weight, weight_is_estimated, source_id
      FROM reported_flow
      WHERE edition = ? AND period = ? AND product >= ? AND product < ?
      ORDER BY product, reporter, flow, partner
      """,
      [.text(edition), .text(period.description), .text(digits), .text(digits + ":")]
    ).compactMap { row in
      guard let direction = row[2].text.flatMap(Direction.init) else { return nil }
      return Report(
        product: row[0].text ?? "", reporter: row[1].text ?? "", direction: direction,
        partner: row[3].text ?? "", value: row[4].real ?? 0, netWeight: row[5].real,
        isWeightEstimated: row[6].integer == 1, source: row[7].text ?? "")
    }
  }

  /// Reads what `Period` writes: `2023`, or `2023-05`.
  private static func period(_ text: String) -> Period? {
    let parts = text.split(separator: "-").map { Int($0) }
    switch parts.count {
    case 1: return parts[0].map { Period(year: $0) }
    case 2:
      guard let year = parts[0], let month = parts[1] else { return nil }
      return Period(year: year, month: month)
    default: return nil
    }
  }
}
