/// How a partner depends on the home country for one product: the test of dependence with the roles
/// swapped (Vicard & Wibaux, CEPII Policy Brief 41, 2023, on reverse dependence).
public struct ReverseDependenceRow: Sendable, Hashable {
  /// The dense code of the product.
  public let product: Int
  /// What the partner buys from home.
  public let sales: Double
  /// What the partner imports; of a group, from outside it.
  public let partnerImports: Double
  /// The share of the partner's imports that comes from home, from 0 to 1.
  public let share: Double
  /// From how many countries the partner imports.
  public let suppliers: Int
  /// The Herfindahl-Hirschman index of the partner's imports over suppliers.
  public let importConcentration: Double
  /// The dense code of its largest other supplier; nil when home is the only one.
  public let topOtherSupplier: Int?
  /// The share of that supplier in the partner's imports.
  public let topOtherShare: Double
  /// What countries other than home and the partner export to the world.
  public let otherExports: Double
  /// The Herfindahl-Hirschman index of those exports over exporters; nil when there is none.
  public let otherConcentration: Double?
  /// The share of home's own exports of the product that goes to the partner: what home would lose.
  public let shareOfHomeExports: Double

  /// How many times the others export what home sells the partner.
  public var otherCover: Double { otherExports / sales }
}

/// What a partner buys from the home country, from the flows of one year in one pass.
public struct ReverseDependence: Sendable {
  /// A row for every product that home sells the partner, the largest sales first and of equal ones
  /// the lower code.
  public let rows: [ReverseDependenceRow]
  /// What home exports of all products.
  public let homeExports: Double
  /// What home sells the partner of all products.
  public let sales: Double

  /// Sums the flows of a year.
  ///
  /// - Parameters:
  ///   - home: the home country; nil when it is not among the countries, and so sells nothing.
  ///   - partners: the partner, or the members of a group, whose trade among themselves does not
  ///     count.
  public init(_ flows: Flows, home: Int?, partners: Set<Int>) {
    guard let home else {
      (rows, homeExports, sales) = ([], 0, 0)
      return
    }
    var isPartner = [Bool](repeating: false, count: flows.countryCount)
    for member in partners { isPartner[member] = true }
    var exports = [Double](repeating: 0, count: flows.productCount * flows.countryCount)
    var bought = exports
    for row in 0..<flows.count {
      let exporter = Int(flows.exporters[row])
      let cell = Int(flows.products[row]) * flows.countryCount + exporter
      exports[cell] += flows.values[row]
      if isPartner[Int(flows.importers[row])], !isPartner[exporter] {
        bought[cell] += flows.values[row]
      }
    }
    var homeExports = 0.0
    var sales = 0.0
    var found: [ReverseDependenceRow] = []
    for product in 0..<flows.productCount {
      let cells = product * flows.countryCount..<(product + 1) * flows.countryCount
      let line = Line(
        home: home, isPartner: isPartner, bought: bought[cells], exports: exports[cells])
      homeExports += line.homeExports
      sales += line.sales
      if line.sales > 0 { found.append(line.row(product)) }
    }
    self.homeExports = homeExports
    self.sales = sales
    rows = found.sorted { ($1.sales, $0.product) < ($0.sales, $1.product) }
  }
}

/// One product: what the partner buys from each country, and what each exports to the world.
private struct Line {
  let home: Int
  let isPartner: [Bool]
  let bought: ArraySlice<Double>
  let exports: ArraySlice<Double>

  var sales: Double { bought[bought.startIndex + home] }
  var homeExports: Double { exports[exports.startIndex + home] }

  func row(_ product: Int) -> ReverseDependenceRow {
    var total = 0.0
    var squares = 0.0
    var suppliers = 0
    var top: (country: Int, value: Double)?
    var others = 0.0
    var otherSquares = 0.0
    for country in isPartner.indices {
      let value = bought[bought.startIndex + country]
      if value > 0 {
        total += value
        squares += value * value
        suppliers += 1
        if country != home, value > top?.value ?? 0 { top = (country, value) }
      }
      if country != home, !isPartner[country] {
        let exported = exports[exports.startIndex + country]
        others += exported
        otherSquares += exported * exported
      }
    }
    return ReverseDependenceRow(
      product: product, sales: sales, partnerImports: total, share: sales / total,
      suppliers: suppliers, importConcentration: squares / (total * total),
      topOtherSupplier: top?.country, topOtherShare: (top?.value ?? 0) / total,
      otherExports: others, otherConcentration: others > 0 ? otherSquares / (others * others) : nil,
      shareOfHomeExports: sales / homeExports)
  }
}
