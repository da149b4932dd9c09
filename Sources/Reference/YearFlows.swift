public import Store

/// The trade flows of one year as columns: a row is one product from one exporter to one importer.
///
/// Countries and products are dense codes from zero, the places of their names in the lists.
public struct YearFlows: Sendable {
  /// The countries (ISO 3166-1 alpha-3), in the order of BACI's numbers.
  public fileprivate(set) var countries: [String]
  /// The products (six digits) that have a row, ascending.
  public fileprivate(set) var products: [String] = []
  /// The product of each row.
  public fileprivate(set) var productCodes: [Int32] = []
  /// The exporter of each row.
  public fileprivate(set) var exporterCodes: [Int32] = []
  /// The importer of each row.
  public fileprivate(set) var importerCodes: [Int32] = []
  /// The value of each row, in thousand US dollars.
  public fileprivate(set) var values: [Double] = []
  /// The quantity of each row, in tonnes; NaN where it is not known.
  public fileprivate(set) var quantities: [Double] = []
}

extension TradeFlows {
  /// The flows of a year, by product, importer and exporter.
  ///
  /// - Parameter prefixes: the leading digits of the products that are wanted; nil for all.
  public static func columns(
    edition: String, year: Int, prefixes: [String]? = nil, _ connection: Connection
  ) throws -> YearFlows {
    var columns = YearFlows(countries: try Countries.identifiers(connection))
    var codes = Dictionary(uniqueKeysWithValues: zip(columns.countries, columns.countries.indices))
    func code(_ country: String) -> Int32 {
      if let code = codes[country] { return Int32(code) }
      codes[country] = columns.countries.count
      columns.countries.append(country)
      return Int32(columns.countries.count - 1)
    }
    let statement = try connection.prepare(
      """
      SELECT product, exporter, importer, value, quantity FROM flow
      WHERE edition = ? AND year = ? AND product >= ? AND product < ?
      ORDER BY product, importer, exporter
      """)
    for prefix in disjoint(prefixes ?? [""]) {
      // The colon is the character after 9.
      try statement.bind([.text(edition), Value(year), .text(prefix), .text(prefix + ":")])
      while try statement.step() {
        let product = statement.text(0)
        if product != columns.products.last { columns.products.append(product) }
        columns.productCodes.append(Int32(columns.products.count - 1))
        columns.exporterCodes.append(code(statement.text(1)))
        columns.importerCodes.append(code(statement.text(2)))
        columns.values.append(statement.real(3))
        columns.quantities.append(statement.isNull(4) ? .nan : statement.real(4))
      }
    }
    return columns
  }

  /// The products (six digits) that have a flow in a year, ascending.
  public static func products(edition: String, year: Int, _ connection: Connection) throws
    -> [String]
  {
    // One search for each product, where DISTINCT would read every flow of the year.
    try connection.rows(
      """
      WITH RECURSIVE held (product) AS (
        SELECT min(product) FROM flow WHERE edition = ?1 AND year = ?2
        UNION ALL
        SELECT (SELECT min(product) FROM flow
          WHERE edition = ?1 AND year = ?2 AND product > held.product)
        FROM held WHERE held.product IS NOT NULL
      )
      SELECT product FROM held WHERE product IS NOT NULL
      """, [.text(edition), Value(year)]
    ).compactMap { $0[0].text }
  }

  /// The prefixes in order, without those that another one contains.
  private static func disjoint(_ prefixes: [String]) -> [String] {
    var kept: [String] = []
    for prefix in prefixes.sorted() where kept.last.map(prefix.hasPrefix) != true {
      kept.append(prefix)
    }
    return kept
  }
}
