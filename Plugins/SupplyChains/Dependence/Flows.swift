/// The trade flows of one year as columns: a row is one product from one exporter to one importer.
///
/// Countries and products are dense codes from zero; of equal countries the one with the lowest code
/// is named. A combination of product, exporter and importer stands in one row at most; otherwise
/// squares of shares would be wrong. `combined` makes several products one without breaking this.
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
  /// What of the value of each row has a known quantity; nil when each row has all or nothing.
  private var measuredValues: [Double]?

  /// Makes empty columns.
  public init(countryCount: Int, productCount: Int) {
    self.countryCount = countryCount
    self.productCount = productCount
  }

  /// Makes flows of columns that are there already, all of one length.
  ///
  /// - Parameter quantities: the quantity of each row, NaN where it is not known.
  public init(
    countryCount: Int, productCount: Int, products: [Int32], exporters: [Int32],
    importers: [Int32], values: [Double], quantities: [Double]
  ) {
    precondition([exporters.count, importers.count].allSatisfy { $0 == products.count })
    precondition([values.count, quantities.count].allSatisfy { $0 == products.count })
    precondition(products.allSatisfy { $0 < productCount })
    precondition((exporters + importers).allSatisfy { $0 < countryCount })
    self.init(countryCount: countryCount, productCount: productCount)
    self.products = products
    self.exporters = exporters
    self.importers = importers
    self.values = values
    self.quantities = quantities
  }

  /// Adds a row; the quantity, in one unit for all, is nil where it is not known.
  public mutating func append(
    product: Int, exporter: Int, importer: Int, value: Double, quantity: Double? = nil
  ) {
    precondition(product < productCount && exporter < countryCount && importer < countryCount)
    precondition(measuredValues == nil, "combined flows take no more rows")
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

  /// What of the value of a row has a known quantity.
  public func measuredValue(_ row: Int) -> Double {
    measuredValues?[row] ?? (quantities[row].isNaN ? 0 : values[row])
  }

  /// The flows of some products as flows of a single one, with code 0: a heading from its products.
  ///
  /// What one country sells another of several of them is one row then; its quantity is the sum of
  /// what is known.
  public func combined(_ wanted: Range<Int>) -> Flows {
    var combined = Flows(countryCount: countryCount, productCount: 1)
    var measured: [Double] = []
    var rowOfPair = [Int32](repeating: -1, count: countryCount * countryCount)
    for row in 0..<count where wanted.contains(Int(products[row])) {
      let pair = Int(exporters[row]) * countryCount + Int(importers[row])
      let position = Int(rowOfPair[pair])
      guard position >= 0 else {
        rowOfPair[pair] = Int32(combined.count)
        combined.append(
          product: 0, exporter: Int(exporters[row]), importer: Int(importers[row]),
          value: values[row], quantity: quantity(row))
        measured.append(measuredValue(row))
        continue
      }
      combined.values[position] += values[row]
      measured[position] += measuredValue(row)
      if let more = quantity(row) {
        combined.quantities[position] = (combined.quantity(position) ?? 0) + more
      }
    }
    combined.measuredValues = measured
    return combined
  }
}
