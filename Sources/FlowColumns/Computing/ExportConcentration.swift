/// How concentrated the world's exports of one product are among those who export it.
public struct ExportConcentration: Sendable, Hashable {
  /// The product.
  public let product: UInt32
  /// The largest exporter; of equal ones the one with the lowest number.
  public let topExporter: UInt16
  /// How many countries export it.
  public let exporters: Int32
  /// What is exported in all, in thousand US dollars.
  public let exports: Double
  /// The Herfindahl-Hirschman index of world exports over exporters, from 0 to 1 (Herfindahl 1950;
  /// Hirschman 1945).
  public let index: Double
  /// The share of the largest exporter, from 0 to 1.
  public let topShare: Double
}

extension Segment {
  /// The concentration of world exports for every product; those worth nothing are left out.
  ///
  /// - Parameter products: the products that are wanted, as ranges; nil for all.
  public func exportConcentrations(of products: [ClosedRange<UInt32>]? = nil)
    -> [ExportConcentration]
  {
    let scratch = RowScratch()
    var exports = ExportSums(countries: countries.count)
    return withKeys { keys in
      positions(of: products).compactMap { product in
        decode(product, keys, to: scratch)
        exports.sum(keys.rows(product).count, scratch)
        let sums = exports.world
        guard sums.total > 0 else { return nil }
        return ExportConcentration(
          product: keys.product(product), topExporter: countries[sums.topPosition],
          exporters: Int32(sums.count), exports: sums.total, index: sums.index,
          topShare: sums.top / sums.total)
      }
    }
  }
}

/// What each country exports of one product.
struct ExportSums {
  /// By position in the list of countries.
  private(set) var byCountry: [Double]

  init(countries: Int) { byCountry = [Double](repeating: 0, count: countries) }

  /// Sums so many rows that were decoded.
  mutating func sum(_ rows: Int, _ scratch: RowScratch) {
    let exporters = scratch.exporters
    let values = scratch.values
    byCountry.withUnsafeMutableBufferPointer { byCountry in
      byCountry.update(repeating: 0)
      guard let exports = byCountry.baseAddress else { return }
      for row in 0..<rows { exports[Int(exporters[row])] += values[row] }
    }
  }

  /// The sums of all countries.
  var world: PartSums {
    var sums = PartSums()
    for (position, value) in byCountry.enumerated() { sums.add(value, at: position) }
    return sums
  }
}
