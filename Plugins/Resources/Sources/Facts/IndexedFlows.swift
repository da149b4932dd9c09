internal import Criticality
internal import Reference

/// The flows of one year and edition, to be found by product with importer or exporter.
struct IndexedFlows {
  let columns: YearFlows
  /// The codes of the products by their digits.
  let codes: [String: Int]
  /// The codes of the countries by their names.
  let countryCodes: [String: Int]
  private let edition: String
  private let byImporter: RowIndex
  private let byExporter: RowIndex
  // One for each product; nil where no flow of it has a quantity.
  private let unitValues: [UnitValues?]

  init(edition: String, _ columns: YearFlows) {
    self.columns = columns
    self.edition = edition
    codes = Dictionary(uniqueKeysWithValues: zip(columns.products, columns.products.indices))
    countryCodes = Dictionary(
      uniqueKeysWithValues: zip(columns.countries, columns.countries.indices))
    byImporter = RowIndex(columns, by: columns.importerCodes)
    byExporter = RowIndex(columns, by: columns.exporterCodes)
    let byProduct = RowIndex(
      groups: columns.products.count, of: columns.productCodes.map(Int.init))
    unitValues = columns.products.indices.map { product in
      let rows = byProduct.rows(product)
      return UnitValues(
        values: rows.lazy.map { columns.values[$0] },
        quantities: rows.lazy.map { columns.quantities[$0] })
    }
  }

  /// The rows of a product that a country imported, in the order of the flows.
  func imports(of product: Int, by country: Int) -> ArraySlice<Int> {
    byImporter.rows(product * columns.countries.count + country)
  }

  /// The rows of a product that a country exported, in the order of the flows.
  func exports(of product: Int, by country: Int) -> ArraySlice<Int> {
    byExporter.rows(product * columns.countries.count + country)
  }

  func exporter(_ row: Int) -> String { columns.countries[Int(columns.exporterCodes[row])] }

  /// In tonnes; nil where it is not known.
  func quantity(_ row: Int) -> Double? {
    columns.quantities[row].isNaN ? nil : columns.quantities[row]
  }

  /// The unit values of the product of a row.
  func unitValues(ofProductOf row: Int) -> UnitValues? {
    unitValues[Int(columns.productCodes[row])]
  }

  /// The name of a flow, the same in every store.
  func name(_ row: Int) -> String {
    let importer = columns.countries[Int(columns.importerCodes[row])]
    return "\(edition)/\(columns.products[Int(columns.productCodes[row])])/\(exporter(row))/"
      + importer
  }

  /// Every country that took part in a flow.
  var traders: Set<String> {
    let codes = Set(columns.importerCodes).union(columns.exporterCodes)
    return Set(codes.map { columns.countries[Int($0)] })
  }
}

/// The rows of each group, in their order (a counting sort).
private struct RowIndex {
  private let starts: [Int]
  private let order: [Int]

  /// Groups rows by product and country.
  init(_ columns: YearFlows, by countryCodes: [Int32]) {
    let countries = columns.countries.count
    self.init(
      groups: columns.products.count * countries,
      of: zip(columns.productCodes, countryCodes).map { Int($0) * countries + Int($1) })
  }

  /// Groups rows by the number of the group of each.
  init(groups: Int, of groupOf: [Int]) {
    var starts = [Int](repeating: 0, count: groups + 1)
    for group in groupOf { starts[group + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var order = [Int](repeating: 0, count: groupOf.count)
    for (row, group) in groupOf.enumerated() {
      order[next[group]] = row
      next[group] += 1
    }
    self.starts = starts
    self.order = order
  }

  func rows(_ group: Int) -> ArraySlice<Int> { order[starts[group]..<starts[group + 1]] }
}
