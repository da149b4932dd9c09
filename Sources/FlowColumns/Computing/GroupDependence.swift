/// How a group of countries depends on the world outside it for one product in one period.
///
/// The European Commission's core dependency indicators (SWD(2021) 352) are `dependence.imports.index`,
/// `outsideShare` and `dependence.ratio`.
public struct GroupDependence: Sendable, Hashable {
  /// The imports from outside, and the exports of the members, to each other as well.
  public let dependence: ImportDependence
  /// The share of the members' imports that comes from outside, 0 to 1.
  public let outsideShare: Double
}

extension Segment {
  /// The dependence of a group of countries, by product; products of which nothing comes from outside
  /// are left out.
  ///
  /// - Parameters:
  ///   - members: the numbers of its members.
  ///   - products: the products that are wanted, as ranges; nil for all.
  public func dependences(ofGroup members: Set<UInt16>, products: [ClosedRange<UInt32>]? = nil)
    -> [GroupDependence]
  {
    let isMember = countries.map(members.contains)
    let scratch = RowScratch()
    var exports = ExportSums(countries: countries.count)
    var bought = GroupPurchases(isMember: isMember)
    return withKeys { keys in
      positions(of: products).compactMap { product in
        decode(product, keys, to: scratch)
        exports.sum(keys.rows(product).count, scratch)
        bought.sum(product, keys, scratch)
        guard bought.outside.total > 0 else { return nil }
        return GroupDependence(
          dependence: ImportDependence(
            imports: bought.concentration(of: keys.product(product), countries),
            worldIndex: exports.world.index,
            exports: zip(isMember, exports.byCountry).reduce(0) { $1.0 ? $0 + $1.1 : $0 }),
          outsideShare: bought.outside.total / (bought.outside.total + bought.inside))
      }
    }
  }
}

/// What the members of a group buy of one product.
struct GroupPurchases {
  private let isMember: [Bool]
  /// From each country outside, by its position.
  private var bySupplier: [Double]
  /// From each other.
  private(set) var inside = 0.0
  /// From all countries outside.
  private(set) var outside = PartSums()

  init(isMember: [Bool]) {
    self.isMember = isMember
    bySupplier = [Double](repeating: 0, count: isMember.count)
  }

  /// Sums the rows of a product that were decoded; what members buy of the same country is one share.
  mutating func sum(_ product: Int, _ keys: KeyView, _ scratch: RowScratch) {
    for position in bySupplier.indices { bySupplier[position] = 0 }
    inside = 0
    var row = 0
    for group in keys.groups(product) {
      let end = row + keys.length(group)
      defer { row = end }
      guard isMember[keys.importer(group)] else { continue }
      for place in row..<end {
        let exporter = Int(scratch.exporters[place])
        if isMember[exporter] {
          inside += scratch.values[place]
        } else {
          bySupplier[exporter] += scratch.values[place]
        }
      }
    }
    outside = PartSums()
    for (position, value) in bySupplier.enumerated() { outside.add(value, at: position) }
  }

  /// The concentration of what comes from outside; there must be some.
  func concentration(of product: UInt32, _ countries: [UInt16]) -> ImportConcentration {
    ImportConcentration(
      product: product, importer: 0, topSupplier: countries[outside.topPosition],
      suppliers: Int32(outside.count), imports: outside.total, index: outside.index,
      topShare: outside.top / outside.total)
  }
}
