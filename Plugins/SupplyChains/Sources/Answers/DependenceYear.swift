internal import Dependence
internal import FlowColumns
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The dependence of the importers asked for in one year; countries and products are their numbers.
struct DependenceYear {
  /// What was found of countries, by product; a full year has a million of them.
  private var found: [ImportDependence] = []
  /// The places of what was found, by importer and then by product.
  private var order: [Int32] = []
  private var ofGroup: [DependenceRow] = []

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
    if members.isEmpty {
      let reader = try TradeFlows.dependences(
        edition: edition, year: year, importer: importer == CountryScope.all ? nil : importer,
        prefixes: prefixes, connection)
      while let parts = try reader.next() {
        for part in parts { found += part }
      }
      order = DependenceYear.byImporter(found, countries)
    } else {
      let reader = try TradeFlows.dependences(
        edition: edition, year: year, ofGroup: members, prefixes: prefixes, connection)
      while let parts = try reader.next() {
        for part in parts {
          ofGroup += part.map { DependenceRow($0.dependence, outsideShare: $0.outsideShare) }
        }
      }
    }
  }

  /// The rows, by the names of the importers and then by product.
  var rows: some RandomAccessCollection<DependenceRow> {
    (0..<order.count + ofGroup.count).lazy.map(row)
  }

  private func row(_ place: Int) -> DependenceRow {
    ofGroup.isEmpty
      ? DependenceRow(found[Int(order[place])], outsideShare: nil) : ofGroup[place]
  }

  /// What met criteria 1 to 3 together, by the keys of the rows.
  func meetingAll(_ bounds: DependenceThresholds) -> Set<Int> {
    Set(rows.filter { $0.meetsAll(bounds) }.map(\.key))
  }

  /// A counting sort by the names of the importers, which keeps the order of the products.
  private static func byImporter(_ found: [ImportDependence], _ countries: [UInt16: String])
    -> [Int32]
  {
    var next = [Int](repeating: 0, count: 1 << 16)
    for one in found { next[Int(one.imports.importer)] += 1 }
    let named = next.indices.lazy.filter { next[$0] > 0 }
      .map { (name: countries[UInt16($0)] ?? "BACI-\($0)", number: $0) }.sorted { $0 < $1 }
    var start = 0
    for (_, number) in named {
      let count = next[number]
      next[number] = start
      start += count
    }
    var order = [Int32](repeating: 0, count: found.count)
    for (place, one) in found.enumerated() {
      order[next[Int(one.imports.importer)]] = Int32(place)
      next[Int(one.imports.importer)] += 1
    }
    return order
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
