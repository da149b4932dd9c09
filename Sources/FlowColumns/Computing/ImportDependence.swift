/// How one country depends on the world for one product in one period.
///
/// The figures of CEPII's GeoDep (Vicard & Wibaux, "EU strategic dependencies: a long view", CEPII
/// Policy Brief 41, 2023): criterion 1 holds when `imports.index` is above a bound, criterion 2 when
/// `worldIndex` is, criterion 3 when `ratio` is.
public struct ImportDependence: Sendable, Hashable {
  /// The concentration of its imports.
  public let imports: ImportConcentration
  /// The Herfindahl-Hirschman index of world exports of the product.
  public let worldIndex: Double
  /// What the country exports of it, in thousand US dollars.
  public let exports: Double

  /// Imports over exports; 9999 where nothing is exported, as CEPII writes it.
  public var ratio: Double { exports > 0 ? imports.imports / exports : 9999 }
}

extension Segment {
  /// The dependence of every importer on every product, by product and importer.
  ///
  /// - Parameters:
  ///   - importer: the one importer that is wanted; nil for every one.
  ///   - products: the products that are wanted, as ranges; nil for all.
  public func dependences(of importer: UInt16? = nil, products: [ClosedRange<UInt32>]? = nil)
    -> [ImportDependence]
  {
    let wanted = importer.map { countries.firstIndex(of: $0) ?? -1 }
    let scratch = RowScratch()
    var exports = ExportSums(countries: countries.count)
    return withKeys { keys in
      var found: [ImportDependence] = []
      found.reserveCapacity(importer == nil && products == nil ? summary.groups : 0)
      for product in positions(of: products) {
        decode(product, keys, to: scratch)
        exports.sum(keys.rows(product).count, scratch)
        let worldIndex = exports.world.index
        forEachGroup(of: product, keys, scratch) { importer, concentration in
          if let wanted, wanted != importer { return }
          found.append(
            ImportDependence(
              imports: concentration, worldIndex: worldIndex,
              exports: exports.byCountry[importer]))
        }
      }
      return found
    }
  }
}
