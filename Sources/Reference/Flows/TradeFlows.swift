internal import FlowColumns
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

  /// Gives every flow of a year to a closure, by product, importer and exporter; countries are in the
  /// order of BACI's numbers.
  public static func forEach(
    edition: String, year: Int, _ connection: Connection, _ body: (Flow) throws -> Void
  ) throws {
    let countries = try CountryNumbers(connection)
    let query = FlowQuery(year: year)
    let store = FlowSegments(edition: edition, connection: connection)
    var cursor = try FlowCursor(store.load(store.entries(query), quantities: true), query)
    var product: (code: UInt32, digits: String) = (0, "")
    while let flow = cursor.next() {
      if flow.product != product.code { product = (flow.product, digits(flow.product)) }
      try body(
        Flow(
          product: product.digits, exporter: countries.identifier(flow.exporter),
          importer: countries.identifier(flow.importer), value: flow.value, quantity: flow.quantity)
      )
    }
  }

  /// The products (six digits) that have a flow in a year, ascending.
  public static func products(edition: String, year: Int, _ connection: Connection) throws
    -> [String]
  {
    let store = FlowSegments(edition: edition, connection: connection)
    return try store.load(store.entries(FlowQuery(year: year)), quantities: false)
      .flatMap(\.productCodes).map(digits)
  }

  /// The six digits of a product that is written as a number.
  public static func digits(_ product: UInt32) -> String {
    let digits = String(product)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

extension FlowQuery {
  /// The flows of a whole year, of the products under some digits.
  init(year: Int, products: [ClosedRange<UInt32>]? = nil) {
    let period = Period(year: year)
    self.init(periods: period...period, products: products)
  }
}
