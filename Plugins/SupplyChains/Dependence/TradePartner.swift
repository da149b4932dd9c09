/// What one country sells an importer of one product, and buys from it.
public struct TradePartner: Sendable, Hashable {
  /// The dense code of the country.
  public let country: Int
  /// What the importer buys from it.
  public let imports: Double
  /// Its share of the importer's imports, from 0 to 1; nil when nothing is imported.
  public let importShare: Double?
  /// The quantity of those imports, over what is known; nil when it is not.
  public let quantity: Double?
  /// What the importer sells to it.
  public let exports: Double
  /// Its share of the importer's exports, from 0 to 1; nil when nothing is exported.
  public let exportShare: Double?
}

/// From whom an importer buys one product and to whom it sells it.
public struct TradePartners: Sendable {
  /// What the importer buys from all countries.
  public let imports: Double
  /// What it sells to all countries.
  public let exports: Double
  /// The partners: the largest supplier first, then the largest customer, then the lower code.
  public let partners: [TradePartner]

  /// Sums the flows of one product.
  ///
  /// - Parameter importers: the importer, or the members of a group; what members trade with each
  ///   other is neither import nor export.
  public init(_ flows: Flows, product: Int, importers: Set<Int>) {
    self.init(
      flows, rows: (0..<flows.count).filter { Int(flows.products[$0]) == product },
      importers: importers)
  }

  /// Sums the flows of rows that are all of one product.
  init(_ flows: Flows, rows: [Int], importers: Set<Int>) {
    var isImporter = [Bool](repeating: false, count: flows.countryCount)
    for member in importers { isImporter[member] = true }
    var bought = [Double](repeating: 0, count: flows.countryCount)
    var sold = bought
    var quantities = [Double?](repeating: nil, count: flows.countryCount)
    for row in rows {
      let exporter = Int(flows.exporters[row])
      let importer = Int(flows.importers[row])
      guard isImporter[exporter] != isImporter[importer] else { continue }
      if isImporter[importer] {
        bought[exporter] += flows.values[row]
        if let more = flows.quantity(row) {
          quantities[exporter] = (quantities[exporter] ?? 0) + more
        }
      } else {
        sold[importer] += flows.values[row]
      }
    }
    let totalBought = bought.reduce(0, +)
    let totalSold = sold.reduce(0, +)
    imports = totalBought
    exports = totalSold
    partners = bought.indices
      .filter { bought[$0] > 0 || sold[$0] > 0 }
      .sorted { (bought[$1], sold[$1], $0) < (bought[$0], sold[$0], $1) }
      .map { country in
        TradePartner(
          country: country, imports: bought[country],
          importShare: totalBought > 0 ? bought[country] / totalBought : nil,
          quantity: quantities[country], exports: sold[country],
          exportShare: totalSold > 0 ? sold[country] / totalSold : nil)
      }
  }
}
