internal import Kernel
public import Store
public import Vocabulary

/// A monthly series of prices as it is held.
public struct CommoditySeries: Sendable, Hashable {
  /// The code, such as `COPPER`.
  public let identifier: String
  /// The name; nil when it is not known.
  public let name: String?
  /// The unit, such as `$/mt`; nil when it is not known.
  public let unit: String?
  /// The group of commodities, such as `metals`; nil when it is not known.
  public let group: String?
  /// The first month of the prices.
  public let first: Month
  /// A price for each month from the first on; nil where none is known.
  public let prices: [Double?]
  /// The source of the prices.
  public let source: String
}

/// The monthly commodity prices that the store holds.
public enum CommodityPrices {
  /// How to fill the store with prices.
  public static let fillHint = "import monthly prices: tower import world-bank-prices FILE"

  /// The codes of the series with the names that mean them.
  static let domain = ValueDomain("commodity", fillHint: fillHint) { connection in
    try connection.rows("SELECT id, name FROM commodity_series ORDER BY id").compactMap { row in
      row[0].text.map { ValueDomain.Entry($0, names: row[1].text.map { [$0] } ?? []) }
    }
  }

  /// Every series with prices, in the order of codes.
  ///
  /// - Parameter last: the last month to be read; nil for all that is held.
  public static func series(through last: Month? = nil, _ connection: Connection) throws
    -> [CommoditySeries]
  {
    var prices: [String: (source: String, months: [(Month, Double?)])] = [:]
    try connection.forEachRow(
      """
      SELECT series, month, price, source_id FROM commodity_price
      WHERE ?1 IS NULL OR month <= ?1 ORDER BY series, month
      """, [Value(last?.description)]
    ) { row in
      let month = try Month(row.text(1))
      prices[row.text(0), default: (row.text(3), [])].months
        .append((month, row.isNull(2) ? nil : row.real(2)))
    }
    return try connection.rows(
      "SELECT id, name, unit, commodity_group FROM commodity_series ORDER BY id"
    ).compactMap { row in
      guard let identifier = row[0].text, let (source, months) = prices[identifier],
        let first = months.first?.0, let end = months.last?.0
      else { return nil }
      var dense = [Double?](repeating: nil, count: first.distance(to: end) + 1)
      for (month, price) in months { dense[first.distance(to: month)] = price }
      return CommoditySeries(
        identifier: identifier, name: row[1].text, unit: row[2].text, group: row[3].text,
        first: first, prices: dense, source: source)
    }
  }
}
