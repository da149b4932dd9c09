internal import Glibc

/// The unit values of every pair of countries and product, from the flows of one year.
///
/// Unit values are compared by their logarithms, because they are spread by factors, not by sums. A
/// group counts as one country in `Flows.united`.
public struct UnitValueTable: Sendable {
  private let flows: Flows
  private let thin: ThinBounds
  /// What each importer buys, product by product.
  private let purchases: RowIndex
  private let worlds: [World]

  /// Measures the world's unit values of a year.
  ///
  /// - Parameter thin: where data begin to be too thin.
  public init(_ flows: Flows, thin: ThinBounds) {
    self.flows = flows
    self.thin = thin
    let byProduct = RowIndex(flows.products, groups: flows.productCount)
    purchases = RowIndex(flows.importers, groups: flows.countryCount, in: byProduct.rows)
    worlds = (0..<flows.productCount).map { product in
      World(byProduct[product].compactMap { flows.unitValue(Int($0)) })
    }
  }

  /// A row for every product and partner, by importer, product and partner.
  ///
  /// - Parameters:
  ///   - importer: who buys; nil for every country.
  ///   - partner: who sells; nil for every country.
  public func rows(importer: Int? = nil, partner: Int? = nil) -> [UnitValue] {
    guard let importer else {
      return (0..<flows.countryCount).flatMap { rows(importer: $0, partner: partner) }
    }
    let bought = purchases[importer].lazy.map(Int.init).filter { flows.values[$0] > 0 }
    var found: [UnitValue] = []
    var ofProduct: [Int] = []
    func finishProduct() {
      guard let first = ofProduct.first else { return }
      let paid = Paid(flows, ofProduct)
      found += ofProduct.filter { isFrom(partner, $0) }
        .map { unitValue($0, Int(flows.products[first]), paid) }
        .sorted { $0.partner < $1.partner }
      ofProduct.removeAll(keepingCapacity: true)
    }
    for row in bought {
      if let first = ofProduct.first, flows.products[first] != flows.products[row] {
        finishProduct()
      }
      ofProduct.append(row)
    }
    finishProduct()
    return found
  }

  private func isFrom(_ partner: Int?, _ row: Int) -> Bool {
    partner.map { $0 == Int(flows.exporters[row]) } ?? true
  }

  private func unitValue(_ row: Int, _ product: Int, _ paid: Paid) -> UnitValue {
    let value = flows.values[row]
    let unitValue = flows.unitValue(row)
    let unmeasured = 1 - flows.measuredValue(row) / value
    let world = worlds[product]
    var reasons: [ThinData] = []
    if world.count < thin.measuredFlows { reasons.append(.few(world.count)) }
    if value < thin.value { reasons.append(.little(value)) }
    if unmeasured > thin.unmeasuredShare { reasons.append(.unmeasured(unmeasured)) }
    return UnitValue(
      importer: Int(flows.importers[row]), product: product, partner: Int(flows.exporters[row]),
      value: value, quantity: flows.quantity(row), unitValue: unitValue,
      unmeasuredShare: unmeasured, importerMean: paid.mean, importerMedian: paid.median,
      worldMedian: world.median, worldFlows: world.count,
      robustDistance: world.count < thin.measuredFlows
        ? nil : unitValue.flatMap { world.logarithms?.distance(log($0)) },
      thin: reasons)
  }
}

extension Flows {
  /// The value of a unit of quantity of a row; nil where the quantity is not known or zero.
  func unitValue(_ row: Int) -> Double? {
    guard let quantity = quantity(row), quantity > 0 else { return nil }
    return measuredValue(row) / quantity
  }
}

/// The unit values of a product between all pairs of countries.
private struct World {
  let count: Int
  let median: Double?
  let logarithms: RobustStatistics?

  init(_ unitValues: [Double]) {
    // A value of zero has no logarithm.
    let positive = unitValues.filter { $0 > 0 }
    count = positive.count
    median = positive.median
    logarithms = RobustStatistics(of: positive.map { log($0) })
  }
}

/// What one importer pays for a product.
private struct Paid {
  let mean: Double?
  let median: Double?

  init(_ flows: Flows, _ rows: [Int]) {
    let measured = rows.filter { flows.unitValue($0) != nil }
    let quantity = measured.reduce(0) { $0 + (flows.quantity($1) ?? 0) }
    let value = measured.reduce(0) { $0 + flows.measuredValue($1) }
    mean = quantity > 0 ? value / quantity : nil
    median = measured.compactMap { flows.unitValue($0) }.median
  }
}
