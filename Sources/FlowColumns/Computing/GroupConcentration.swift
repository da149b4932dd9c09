extension Segment {
  /// The concentration of the imports of a group of countries from outside it, for every product: what
  /// its members buy of a country is one share, and what they buy of each other is none.
  ///
  /// Imports of zero in all have no shares and are left out.
  ///
  /// - Parameters:
  ///   - members: the numbers of its members.
  ///   - products: the products that are wanted, as ranges; nil for all.
  public func importConcentrations(
    ofGroup members: Set<UInt16>, products: [ClosedRange<UInt32>]? = nil
  ) -> [ImportConcentration] {
    let isMember = countries.map(members.contains)
    let scratch = RowScratch()
    var bought = [Double](repeating: 0, count: countries.count)
    return withKeys { keys in
      positions(of: products).compactMap { product in
        decode(product, keys, to: scratch)
        for position in bought.indices { bought[position] = 0 }
        let first = keys.rows(product).lowerBound
        keys.forEachGroup(of: keys.groups(product), firstRow: first, where: isMember) {
          group, row in
          for place in row - first..<row - first + keys.length(group) {
            let exporter = Int(scratch.exporters[place])
            if !isMember[exporter] { bought[exporter] += scratch.values[place] }
          }
        }
        var sums = PartSums()
        for (position, value) in bought.enumerated() { sums.add(value, at: position) }
        guard sums.total > 0 else { return nil }
        return ImportConcentration(
          product: keys.product(product), importer: 0,
          topSupplier: countries[sums.topPosition], suppliers: Int32(sums.count),
          imports: sums.total, index: sums.index, topShare: sums.top / sums.total)
      }
    }
  }
}
