internal import Concentration

/// Who else exports a product when an importer does without some of its suppliers.
public struct Alternatives: Sendable {
  /// What the importer buys from all countries.
  public let imports: Double
  /// What it buys from the excluded countries.
  public let lost: Double
  /// What all countries export.
  public let worldExports: Double
  /// The other exporters, the largest first and of equal ones the lower code.
  public let suppliers: [AlternativeSupplier]

  /// What the other exporters export together.
  public var otherExports: Double { suppliers.reduce(0) { $0 + $1.exports } }

  /// The Herfindahl-Hirschman index of the exports of the others; nil when there is none.
  public var concentration: Double? { Concentration(of: suppliers.map(\.exports))?.index }

  /// How many times the others export a loss; nil when nothing is lost.
  ///
  /// It is a ceiling, not a free capacity: what they export is sold to somebody already.
  public func cover(of loss: Double) -> Double? { loss > 0 ? otherExports / loss : nil }

  /// Looks for alternatives in the flows of one year.
  ///
  /// - Parameters:
  ///   - importers: the importer, or the members of a group that trade with each other freely; their
  ///     trade among themselves and their own exports are no alternative.
  ///   - excluded: the countries that no longer supply.
  public init(_ flows: Flows, product: Int, importers: Set<Int>, without excluded: Set<Int>) {
    var isImporter = [Bool](repeating: false, count: flows.countryCount)
    for member in importers { isImporter[member] = true }
    var isExcluded = [Bool](repeating: false, count: flows.countryCount)
    for country in excluded { isExcluded[country] = true }
    var sales = [Sales](repeating: Sales(), count: flows.countryCount)
    var purchases = [Double](repeating: 0, count: flows.countryCount)
    for row in 0..<flows.count where Int(flows.products[row]) == product {
      let exporter = Int(flows.exporters[row])
      let customer = Int(flows.importers[row])
      sales[exporter].add(flows, row, to: customer, isImporter: isImporter[customer])
      if isExcluded[exporter] { purchases[customer] += flows.values[row] }
    }
    let others = sales.indices.filter { !isImporter[$0] }
    let world = sales.reduce(0) { $0 + $1.total }
    imports = others.reduce(0) { $0 + sales[$1].toImporter }
    lost = others.filter { isExcluded[$0] }.reduce(0) { $0 + sales[$1].toImporter }
    worldExports = world
    suppliers =
      others
      .filter { sales[$0].total > 0 && !isExcluded[$0] }
      .sorted { (sales[$1].total, $0) < (sales[$0].total, $1) }
      .map { sales[$0].supplier($0, world: world, purchases: purchases[$0]) }
  }
}

/// What one country sells of one product, summed over its customers.
private struct Sales {
  var total = 0.0
  var toImporter = 0.0
  private var squares = 0.0
  private var customers = 0
  private var top = 0.0
  private var topCustomer = 0
  private var quantity = 0.0
  private var measuredValue = 0.0

  mutating func add(_ flows: Flows, _ row: Int, to customer: Int, isImporter: Bool) {
    let value = flows.values[row]
    guard value > 0 else { return }
    total += value
    squares += value * value
    customers += 1
    if isImporter { toImporter += value }
    if value > top || (value == top && customer < topCustomer) {
      top = value
      topCustomer = customer
    }
    if let known = flows.quantity(row) {
      quantity += known
      measuredValue += flows.measuredValue(row)
    }
  }

  func supplier(_ exporter: Int, world: Double, purchases: Double) -> AlternativeSupplier {
    AlternativeSupplier(
      exporter: exporter, exports: total, worldShare: total / world,
      quantity: measuredValue > 0 ? quantity : nil, quantityCoverage: measuredValue / total,
      unitValue: quantity > 0 ? measuredValue / quantity : nil,
      purchasesFromExcluded: purchases, salesToImporter: toImporter,
      customers: customers, customerConcentration: squares / (total * total),
      topCustomer: topCustomer, topCustomerShare: top / total)
  }
}
