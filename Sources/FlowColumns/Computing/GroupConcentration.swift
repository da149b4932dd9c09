extension Segment {
  /// The concentration of the imports of a group of countries from outside it, by product: what its
  /// members buy of a country is one share, and what they buy of each other is none.
  ///
  /// Imports of zero in all have no shares and are left out.
  ///
  /// - Parameters:
  ///   - members: the numbers of its members.
  ///   - products: the products that are wanted, as ranges; nil for all.
  public func importConcentrations(
    ofGroup members: Set<UInt16>, products: [ClosedRange<UInt32>]? = nil
  ) -> [ImportConcentration] {
    let scratch = RowScratch()
    var bought = GroupPurchases(isMember: countries.map(members.contains))
    return withKeys { keys in
      positions(of: products).compactMap { product in
        decode(product, keys, to: scratch)
        bought.sum(product, keys, scratch)
        guard bought.outside.total > 0 else { return nil }
        return bought.concentration(of: keys.product(product), countries)
      }
    }
  }
}
