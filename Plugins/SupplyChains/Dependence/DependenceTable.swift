/// The dependence of every importer on every product, from the flows of one year in one pass.
public struct DependenceTable: Sendable {
  private let flows: Flows
  /// World exports by exporter and product, at `exporter * productCount + product`.
  private let exports: [Double]
  /// The concentration of world exports by product; nil where nothing was traded.
  private let worldConcentration: [Double?]

  /// Sums the exports of a year.
  public init(_ flows: Flows) {
    self.flows = flows
    var exports = [Double](repeating: 0, count: flows.countryCount * flows.productCount)
    for row in 0..<flows.count {
      let cell = Int(flows.exporters[row]) * flows.productCount + Int(flows.products[row])
      exports[cell] += flows.values[row]
    }
    self.exports = exports
    worldConcentration = (0..<flows.productCount).map { product in
      var sum = 0.0
      var squares = 0.0
      for exporter in 0..<flows.countryCount {
        let value = exports[exporter * flows.productCount + product]
        sum += value
        squares += value * value
      }
      return sum > 0 ? squares / (sum * sum) : nil
    }
  }

  /// A row for every country and product with imports, by country and then by product.
  public func countries() -> [DependenceRow] { rows(of: 0..<flows.countryCount) }

  /// A row for every product that one country imports.
  public func country(_ importer: Int) -> [DependenceRow] { rows(of: importer..<importer + 1) }

  private func rows(of countries: Range<Int>) -> [DependenceRow] {
    let first = countries.lowerBound * flows.productCount
    var sums = Sums(cells: countries.count * flows.productCount)
    for row in 0..<flows.count where countries.contains(Int(flows.importers[row])) {
      let cell = Int(flows.importers[row]) * flows.productCount + Int(flows.products[row])
      sums.add(flows.values[row], from: flows.exporters[row], to: cell - first)
    }
    return sums.totals.indices.compactMap { cell in
      row(
        sums, cell, product: (cell + first) % flows.productCount,
        importer: (cell + first) / flows.productCount, exported: exports[cell + first],
        outsideShare: nil)
    }
  }

  /// A row for every product that a group of countries imports from outside it.
  ///
  /// - Parameter members: the dense codes of the members.
  public func group(_ members: Set<Int>) -> [DependenceRow] {
    var isMember = [Bool](repeating: false, count: flows.countryCount)
    for member in members { isMember[member] = true }
    // Members buy from the same supplier: its sales to all of them are one share.
    var bought = [Double](repeating: 0, count: exports.count)
    var inside = [Double](repeating: 0, count: flows.productCount)
    for row in 0..<flows.count where isMember[Int(flows.importers[row])] {
      let product = Int(flows.products[row])
      let exporter = Int(flows.exporters[row])
      if isMember[exporter] {
        inside[product] += flows.values[row]
      } else {
        bought[exporter * flows.productCount + product] += flows.values[row]
      }
    }
    return (0..<flows.productCount).compactMap { product in
      var sums = Sums(cells: 1)
      var exported = 0.0
      for country in 0..<flows.countryCount {
        let cell = country * flows.productCount + product
        if isMember[country] { exported += exports[cell] }
        if bought[cell] > 0 { sums.add(bought[cell], from: Int32(country), to: 0) }
      }
      let outside = sums.totals[0]
      return row(
        sums, 0, product: product, importer: nil, exported: exported,
        outsideShare: outside > 0 ? outside / (outside + inside[product]) : nil)
    }
  }

  private func row(
    _ sums: Sums, _ cell: Int, product: Int, importer: Int?, exported: Double,
    outsideShare: Double?
  ) -> DependenceRow? {
    let total = sums.totals[cell]
    // A total of zero has no shares: the row is left out, never shown as zero.
    guard total > 0, let world = worldConcentration[product] else { return nil }
    return DependenceRow(
      product: product, importer: importer, imports: total, suppliers: Int(sums.counts[cell]),
      importConcentration: sums.squares[cell] / (total * total),
      topShare: sums.tops[cell] / total, topSupplier: Int(sums.topSuppliers[cell]),
      worldConcentration: world, exports: exported,
      importExportRatio: exported > 0 ? total / exported : 9999, outsideShare: outsideShare)
  }
}
