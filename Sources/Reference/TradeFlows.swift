public import Store

/// The trade flows of the store; nothing outside this module knows how they are kept.
public enum TradeFlows {
  /// One flow: a product from one country to another in one year.
  public struct Flow {
    /// The six digits of the product.
    public let product: String
    /// Who exported (ISO 3166-1 alpha-3).
    public let exporter: String
    /// Who imported (ISO 3166-1 alpha-3).
    public let importer: String
    /// The value in thousand US dollars.
    public let value: Double
    /// The quantity in tonnes; nil when unknown.
    public let quantity: Double?
  }

  /// The years that the store holds for an edition, in order.
  public static func years(edition: String, _ connection: Connection) throws -> [Int] {
    try connection.rows(
      "SELECT part FROM tower_source_part WHERE dataset = 'baci' AND part LIKE ? ORDER BY part",
      [.text(edition + "/%")]
    ).compactMap { $0[0].text.flatMap { Int($0.dropFirst(edition.count + 1)) } }
  }

  /// The sources in force for years of an edition, in order.
  public static func sources(edition: String, years: [Int], _ connection: Connection) throws
    -> [String]
  {
    let found = try years.flatMap { year in
      try connection.rows(
        "SELECT source_id FROM tower_source_part WHERE dataset = 'baci' AND part = ?",
        [.text("\(edition)/\(year)")]
      ).compactMap { $0[0].text }
    }
    return Set(found).sorted()
  }

  /// Gives every flow of a year to a closure, by product, importer and exporter.
  public static func forEach(
    edition: String, year: Int, _ connection: Connection, _ body: (Flow) throws -> Void
  ) throws {
    try connection.forEachRow(
      """
      SELECT product, exporter, importer, value, quantity FROM flow
      WHERE edition = ? AND year = ? ORDER BY product, importer, exporter
      """, [.text(edition), Value(year)]
    ) { row in
      try body(
        Flow(
          product: row.text(0), exporter: row.text(1), importer: row.text(2), value: row.real(3),
          quantity: row.isNull(4) ? nil : row.real(4)))
    }
  }
}
