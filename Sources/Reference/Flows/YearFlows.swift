internal import FlowColumns
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
    let countries = try CountryNumbers(connection)
    let query = FlowQuery(
      year: year, products: try prefixes?.map { try FlowQuery.products(under: $0) })
    let store = FlowSegments(edition: edition, connection: connection)
    var cursor = try FlowCursor(store.load(store.entries(query), quantities: true), query)
    var columns = YearFlows(countries: countries.identifiers)
    var product: UInt32 = 0
    while let flow = cursor.next() {
      if flow.product != product {
        product = flow.product
        columns.products.append(digits(product))
      }
      columns.productCodes.append(Int32(columns.products.count - 1))
      columns.exporterCodes.append(try countries.place(flow.exporter))
      columns.importerCodes.append(try countries.place(flow.importer))
      columns.values.append(flow.value)
      columns.quantities.append(flow.quantity ?? .nan)
    }
    return columns
  }
}
