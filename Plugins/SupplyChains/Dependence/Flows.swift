/// The trade flows of one year as columns: a row is one product from one exporter to one importer.
///
/// Countries and products are dense codes from zero; of equal countries the one with the lowest code
/// is named. A combination of product, exporter and importer stands in one row at most; otherwise
/// squares of shares would be wrong.
public struct Flows: Sendable {
  /// The number of countries; every country code is below it.
  public let countryCount: Int
  /// The number of products; every product code is below it.
  public let productCount: Int
  /// The product of each row.
  public private(set) var products: [Int32] = []
  /// The exporter of each row.
  public private(set) var exporters: [Int32] = []
  /// The importer of each row.
  public private(set) var importers: [Int32] = []
  /// The value of each row, in one currency unit for all.
  public private(set) var values: [Double] = []
  /// The quantity of each row, NaN where it is not known.
  private var quantities: [Double] = []

  /// Makes empty columns.
  public init(countryCount: Int, productCount: Int) {
    self.countryCount = countryCount
    self.productCount = productCount
  }

  /// Adds a row; the quantity, in one unit for all, is nil where it is not known.
  public mutating func append(
    product: Int, exporter: Int, importer: Int, value: Double, quantity: Double? = nil
  ) {
    precondition(product < productCount && exporter < countryCount && importer < countryCount)
    products.append(Int32(product))
    exporters.append(Int32(exporter))
    importers.append(Int32(importer))
    values.append(value)
    quantities.append(quantity ?? .nan)
  }

  /// The number of rows.
  public var count: Int { values.count }

  /// The quantity of a row, or nil when it is not known.
  public func quantity(_ row: Int) -> Double? {
    quantities[row].isNaN ? nil : quantities[row]
  }
}
