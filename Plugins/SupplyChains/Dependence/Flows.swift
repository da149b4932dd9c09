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
    var sums = FlowSums(countryCount: countryCount, productCount: 1)
    var rowOfPair = [Int32](repeating: -1, count: countryCount * countryCount)
    for row in 0..<count where wanted.contains(Int(products[row])) {
      let (exporter, importer) = (Int(exporters[row]), Int(importers[row]))
      let pair = exporter * countryCount + importer
      sums.add(
        self, row, product: 0, exporter: exporter, importer: importer, at: &rowOfPair[pair])
    }
    return sums.flows
  }

  /// The flows with a group as one country, which has the lowest code of its members; what members
  /// trade with each other is left out.
  public func united(_ members: Set<Int>) -> Flows {
    guard members.count > 1, let code = members.min() else { return self }
    var isMember = [Bool](repeating: false, count: countryCount)
    for member in members { isMember[member] = true }
    var sums = FlowSums(countryCount: countryCount, productCount: productCount)
    // The row of what the group buys from, and sells to, each country.
    var purchases = [Int32](repeating: -1, count: countryCount * productCount)
    var sales = purchases
    for row in 0..<count {
      let product = Int(products[row])
      let (exporter, importer) = (Int(exporters[row]), Int(importers[row]))
      switch (isMember[exporter], isMember[importer]) {
      case (true, true): continue
      case (false, true):
        sums.add(
          self, row, product: product, exporter: exporter, importer: code,
          at: &purchases[product * countryCount + exporter])
      case (true, false):
        sums.add(
          self, row, product: product, exporter: code, importer: importer,
          at: &sales[product * countryCount + importer])
      case (false, false):
        var none: Int32 = -1
        sums.add(
          self, row, product: product, exporter: exporter, importer: importer, at: &none)
      }
    }
    return sums.flows
  }

  /// Adds rows of other flows up, each to the row at its position or to a new one.
  private struct FlowSums {
    private var sums: Flows
    private var measured: [Double] = []

    var flows: Flows {
      var flows = sums
      flows.measuredValues = measured
      return flows
    }

    init(countryCount: Int, productCount: Int) {
      sums = Flows(countryCount: countryCount, productCount: productCount)
    }

    /// - Parameter position: the row of the sum; below zero where there is none yet.
    mutating func add(
      _ flows: Flows, _ row: Int, product: Int, exporter: Int, importer: Int,
      at position: inout Int32
    ) {
      guard position >= 0 else {
        position = Int32(sums.count)
        sums.append(
          product: product, exporter: exporter, importer: importer, value: flows.values[row],
          quantity: flows.quantity(row))
        measured.append(flows.measuredValue(row))
        return
      }
      let place = Int(position)
      sums.values[place] += flows.values[row]
      measured[place] += flows.measuredValue(row)
      if let more = flows.quantity(row) {
        sums.quantities[place] = (sums.quantity(place) ?? 0) + more
      }
    }
  }
}
