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
  public func dependences() -> [ImportDependence] {
    let scratch = RowScratch()
    var exports = ExportSums(countries: countries.count)
    return withKeys { keys in
      var found: [ImportDependence] = []
      found.reserveCapacity(summary.groups)
      for product in 0..<summary.products {
        decode(product, keys, to: scratch)
        exports.sum(keys.rows(product).count, scratch)
        let worldIndex = exports.world.index
        forEachGroup(of: product, keys, scratch) { importer, concentration in
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
