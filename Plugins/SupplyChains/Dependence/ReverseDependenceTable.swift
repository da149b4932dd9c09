/// What every country buys from every other, and whether it could buy it elsewhere, from the flows of
/// one year: dependence with the roles swapped (Vicard & Wibaux, CEPII Policy Brief 41, 2023).
///
/// A group counts as one country in `Flows.united`.
public struct ReverseDependenceTable: Sendable {
  private let flows: Flows
  /// What each country sells.
  private let sales: RowIndex
  /// What each importer buys of each product, at `importer * productCount + product`.
  private let purchases: Sums
  /// The same without the largest supplier: who would be the largest then.
  private let seconds: Sums
  /// World exports by product and exporter, at `product * countryCount + exporter`.
  private let exports: [Double]

  /// Sums the flows of a year.
  public init(_ flows: Flows) {
    self.flows = flows
    let cells = flows.countryCount * flows.productCount
    var purchases = Sums(cells: cells)
    var seconds = purchases
    var exports = [Double](repeating: 0, count: cells)
    func cell(_ row: Int) -> Int {
      Int(flows.importers[row]) * flows.productCount + Int(flows.products[row])
    }
    for row in 0..<flows.count {
      purchases.add(flows.values[row], from: flows.exporters[row], to: cell(row))
      exports[Int(flows.products[row]) * flows.countryCount + Int(flows.exporters[row])] +=
        flows.values[row]
    }
    for row in 0..<flows.count where purchases.topSuppliers[cell(row)] != flows.exporters[row] {
      seconds.add(flows.values[row], from: flows.exporters[row], to: cell(row))
    }
    sales = RowIndex(flows.exporters, groups: flows.countryCount)
    self.purchases = purchases
    self.seconds = seconds
    self.exports = exports
  }

  /// A row for every partner and product to which a country sells, by partner and then by product.
  ///
  /// - Parameters:
  ///   - home: who sells; nil for every country.
  ///   - partner: who buys; nil for every country.
  public func rows(home: Int? = nil, partner: Int? = nil) -> [ReverseDependenceRow] {
    guard let home else {
      return (0..<flows.countryCount).flatMap { rows(home: $0, partner: partner) }
    }
    return sales[home].lazy.map(Int.init).filter { row in
      flows.values[row] > 0 && (partner.map { $0 == Int(flows.importers[row]) } ?? true)
    }.map(dependence).sorted { ($0.partner, $0.product) < ($1.partner, $1.product) }
  }

  /// What a country exports of all products.
  public func exports(of home: Int) -> Double {
    (0..<flows.productCount).reduce(0) { $0 + exports[$1 * flows.countryCount + home] }
  }

  private func dependence(_ row: Int) -> ReverseDependenceRow {
    let (home, partner) = (Int(flows.exporters[row]), Int(flows.importers[row]))
    let product = Int(flows.products[row])
    let sales = flows.values[row]
    let cell = partner * flows.productCount + product
    let total = purchases.totals[cell]
    let isTop = Int(purchases.topSuppliers[cell]) == home
    let others = isTop ? seconds : purchases
    let other = Int(others.topSuppliers[cell])
    let world = WorldExports(
      exports[product * flows.countryCount..<(product + 1) * flows.countryCount], home, partner)
    return ReverseDependenceRow(
      home: home, partner: partner, product: product, sales: sales, partnerImports: total,
      share: sales / total, suppliers: Int(purchases.counts[cell]),
      importConcentration: purchases.squares[cell] / (total * total), isTopSupplier: isTop,
      topOtherSupplier: other >= 0 ? other : nil, topOtherShare: others.tops[cell] / total,
      shareOfWorldExports: world.home / world.total, worldConcentration: world.concentration,
      otherExports: world.others, otherConcentration: world.otherConcentration,
      shareOfHomeExports: sales / world.home, partnerExports: world.partner)
  }
}

/// What the countries export of one product, with two of them set apart.
private struct WorldExports {
  let home: Double
  let partner: Double
  private(set) var total = 0.0
  private(set) var others = 0.0
  private var squares = 0.0
  private var otherSquares = 0.0

  // The others are added up, not subtracted: a difference of sums would leave rests of rounding.
  init(_ exports: ArraySlice<Double>, _ home: Int, _ partner: Int) {
    self.home = exports[exports.startIndex + home]
    self.partner = exports[exports.startIndex + partner]
    for (country, value) in exports.enumerated() {
      total += value
      squares += value * value
      if country != home, country != partner {
        others += value
        otherSquares += value * value
      }
    }
  }

  var concentration: Double { squares / (total * total) }
  var otherConcentration: Double? { others > 0 ? otherSquares / (others * others) : nil }
}
