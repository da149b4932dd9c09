internal import Dependence
internal import FlowColumns
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The dependence of the importers asked for in one year; countries and products are their numbers.
struct DependenceYear {
  /// The rows, by importer and then by product.
  let rows: [DependenceRow]

  /// Measures a year.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - product: one product or heading only; nil for all.
  ///   - countries: the countries by their numbers.
  init(
    edition: String, year: Int, importer: String, product: ProductCode?,
    _ countries: [UInt16: String], _ connection: Connection
  ) throws {
    let prefixes = product.map { [$0.digits] }
    let members = try Countries.members(of: importer, on: Day("\(year)-12-31"), connection)
    var rows: [DependenceRow] = []
    if members.isEmpty {
      let reader = try TradeFlows.dependences(
        edition: edition, year: year, importer: importer == CountryScope.all ? nil : importer,
        prefixes: prefixes, connection)
      while let parts = try reader.next() {
        for part in parts { rows += part.map { DependenceRow($0, outsideShare: nil) } }
      }
      rows = DependenceYear.sorted(rows, countries)
    } else {
      let reader = try TradeFlows.dependences(
        edition: edition, year: year, ofGroup: members, prefixes: prefixes, connection)
      while let parts = try reader.next() {
        for part in parts {
          rows += part.map { DependenceRow($0.dependence, outsideShare: $0.outsideShare) }
        }
      }
    }
    self.rows = rows
  }

  /// What met criteria 1 to 3 together, by the keys of the rows.
  func meetingAll(_ bounds: DependenceThresholds) -> Set<Int> {
    Set(rows.lazy.filter { $0.meetsAll(bounds) }.map(\.key))
  }

  /// The rows by the names of their importers; they come by product.
  private static func sorted(_ rows: [DependenceRow], _ countries: [UInt16: String])
    -> [DependenceRow]
  {
    var byImporter = [[DependenceRow]](repeating: [], count: 1 << 16)
    for row in rows { byImporter[row.importer ?? 0].append(row) }
    return countries.sorted { $0.value < $1.value }.flatMap { byImporter[Int($0.key)] }
  }
}

extension DependenceRow {
  /// The figures of the flows, with countries and products by their numbers.
  fileprivate init(_ found: ImportDependence, outsideShare: Double?) {
    let imports = found.imports
    self.init(
      product: Int(imports.product), importer: outsideShare == nil ? Int(imports.importer) : nil,
      imports: imports.imports, suppliers: Int(imports.suppliers),
      importConcentration: imports.index, topShare: imports.topShare,
      topSupplier: Int(imports.topSupplier), worldConcentration: found.worldIndex,
      exports: found.exports, importExportRatio: found.ratio, outsideShare: outsideShare)
  }

  /// Importer and product as one number, by which the same row is found in another year.
  var key: Int { (importer ?? 0) << 20 | product }
}
