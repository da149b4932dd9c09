/// What one country exports of one product to all others.
public struct CountryExports: Sendable, Hashable {
  /// The product.
  public let product: UInt32
  /// The country.
  public let exporter: UInt16
  /// The value in thousand US dollars, above zero.
  public let value: Double
}

extension Segment {
  /// What each country exports of each product, by product and country; what is worth nothing is
  /// left out.
  ///
  /// - Parameter products: the products that are wanted, as ranges; nil for all.
  public func countryExports(of products: [ClosedRange<UInt32>]? = nil) -> [CountryExports] {
    let scratch = RowScratch()
    var exports = ExportSums(countries: countries.count)
    return withKeys { keys in
      var found: [CountryExports] = []
      for product in positions(of: products) {
        decode(product, keys, to: scratch)
        exports.sum(keys.rows(product).count, scratch)
        for (position, value) in exports.byCountry.enumerated() where value > 0 {
          found.append(
            CountryExports(
              product: keys.product(product), exporter: countries[position], value: value))
        }
      }
      return found
    }
  }
}
