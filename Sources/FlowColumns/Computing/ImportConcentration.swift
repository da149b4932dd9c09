/// How concentrated the imports of one product by one country are among those who supply it.
public struct ImportConcentration: Sendable, Hashable {
  /// The product.
  public let product: UInt32
  /// The importer; zero for a group of countries.
  public let importer: UInt16
  /// The largest supplier; of equal ones the one with the lowest number.
  public let topSupplier: UInt16
  /// How many countries supply it.
  public let suppliers: Int32
  /// What is imported in all, in thousand US dollars.
  public let imports: Double
  /// The Herfindahl-Hirschman index of the imports over suppliers, from 0 to 1 (Herfindahl 1950;
  /// Hirschman 1945).
  public let index: Double
  /// The share of the largest supplier, from 0 to 1.
  public let topShare: Double
}

extension Segment {
  /// The concentration of imports for every product and importer, in this order.
  ///
  /// Imports of zero in all have no shares and are left out.
  ///
  /// - Parameter products: the products that are wanted, as ranges; nil for all.
  public func importConcentrations(of products: [ClosedRange<UInt32>]? = nil)
    -> [ImportConcentration]
  {
    let scratch = RowScratch()
    return withKeys { keys in
      var found: [ImportConcentration] = []
      found.reserveCapacity(products == nil ? summary.groups : 0)
      for product in positions(of: products) {
        decode(product, keys, to: scratch)
        forEachGroup(of: product, keys, scratch) { found.append($1) }
      }
      return found
    }
  }

  /// The positions of the wanted products; nil for all.
  func positions(of products: [ClosedRange<UInt32>]?) -> [Int] {
    guard let products else { return Array(0..<summary.products) }
    return SegmentSelection(FlowQuery(products: products), of: self).products.flatMap { $0 }
  }

  /// Decodes the exporters and values of the product at a position.
  func decode(_ product: Int, _ keys: KeyView, to scratch: RowScratch) {
    let rows = keys.rows(product)
    scratch.reserve(rows.count)
    keys.copyExporters(rows, to: scratch.exporters)
    valueColumn.decode(rows, to: scratch.values)
  }

  /// Gives a closure the concentration of each group of a product that was decoded, with the importer's
  /// position in the list of countries.
  @inline(__always)
  func forEachGroup(
    of product: Int, _ keys: KeyView, _ scratch: RowScratch,
    _ body: (_ importer: Int, _ concentration: ImportConcentration) -> Void
  ) {
    let code = keys.product(product)
    let exporters = scratch.exporters
    let values = scratch.values
    var row = 0
    for group in keys.groups(product) {
      var sums = PartSums()
      let end = row &+ keys.length(group)
      while row < end {
        sums.add(values[row], at: Int(exporters[row]))
        row &+= 1
      }
      guard sums.total > 0 else { continue }
      let importer = keys.importer(group)
      body(
        importer,
        ImportConcentration(
          product: code, importer: keys.country(importer),
          topSupplier: keys.country(sums.topPosition),
          suppliers: Int32(truncatingIfNeeded: sums.count), imports: sums.total, index: sums.index,
          topShare: sums.top / sums.total))
    }
  }
}
