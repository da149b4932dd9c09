internal import FlowColumns
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// How concentrated imports and world exports are: the answer of the command and of the function.
///
/// The index is that of Herfindahl (1950) and Hirschman (1945): the sum of squared shares, 0 to 1.
final class ConcentrationAnswer {
  private let asked: AskedYears
  private let importer: String
  private let product: ProductCode?
  private let connection: Connection
  private let countries: [UInt16: String]
  private var years: ArraySlice<Int>
  private var year = 0
  private var reader: YearReader<TradeFlows.Concentrations>?
  private var waiting: ArraySlice<TradeFlows.Concentrations> = []
  private var rows: ArraySlice<[Value]> = []
  private var isEmpty = true

  /// Stands before the first row; rows come year by year and product by product.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - product: one product or heading only; nil for all.
  /// - Throws: `TowerError` when the store holds no flows of any of the years.
  init(
    importer: String, edition: String, years: ClosedRange<Int>, product: ProductCode?,
    _ connection: Connection
  ) throws {
    asked = try AskedYears(years, edition: edition, connection)
    self.years = asked.answered[...]
    self.importer = importer
    self.product = product
    self.connection = connection
    countries = try TradeFlows.countries(connection)
  }

  /// The next row; nil at the end.
  ///
  /// A part of the products is measured at a time, so that all importers
  /// of many years take little memory.
  func next() throws -> [Value]? {
    while true {
      if let row = rows.popFirst() {
        isEmpty = false
        return row
      }
      if let part = waiting.popFirst() {
        rows = values(part)[...]
      } else if let parts = try reader?.next() {
        waiting = parts[...]
      } else if let next = years.popFirst() {
        try begin(next)
      } else {
        return nil
      }
    }
  }

  /// What is known of the answer once its rows are read.
  func ending() throws -> AnswerEnding {
    AnswerEnding(
      notes: asked.notes + (isEmpty ? [AnswerEnding.nothing] : []),
      sources: try TradeFlows.sources(
        edition: asked.edition, years: asked.answered, connection))
  }

  private func begin(_ year: Int) throws {
    self.year = year
    let members = try Countries.members(of: importer, on: Day("\(year)-12-31"), connection)
    let importers: TradeFlows.Importers =
      importer == CountryScope.all
      ? .every : members.isEmpty ? .country(importer) : .group(members)
    reader = try TradeFlows.concentrations(
      edition: asked.edition, year: year, importers: importers,
      prefixes: product.map { [$0.digits] }, connection)
  }

  /// Imports and world exports come in the order of their products.
  private func values(_ part: TradeFlows.Concentrations) -> [[Value]] {
    var world = part.exports.makeIterator()
    var exports = world.next()
    var text = Value.null
    var last: UInt32 = 0
    return part.imports.compactMap { imports in
      while let current = exports, current.product < imports.product { exports = world.next() }
      guard let exports, exports.product == imports.product else { return nil }
      if imports.product != last {
        last = imports.product
        text = .text("\(asked.edition)/\(TradeFlows.digits(last))")
      }
      return [
        imports.importer == 0 ? .text(importer) : name(imports.importer), text, Value(year),
        .real(imports.imports), Value(Int(imports.suppliers)), .real(imports.index),
        name(imports.topSupplier), .real(imports.topShare), .real(exports.exports),
        Value(Int(exports.exporters)), .real(exports.index), name(exports.topExporter),
        .real(exports.topShare),
      ]
    }
  }

  private func name(_ number: UInt16) -> Value { .text(countries[number] ?? "BACI-\(number)") }

  static let columns = [
    Column("importer", .country, doc: "The importer."),
    Column("product", .product, doc: "The product."),
    Column("year", .integer, doc: "The year."),
    Column("imports", .real, unit: "kUSD", doc: "Imports; of a group, from outside it."),
    Column("suppliers", .integer, doc: "How many countries supply it."),
    Column("hhi_imports", .real, doc: "The Herfindahl-Hirschman index of imports over suppliers."),
    Column("top_supplier", .country, doc: "The largest supplier."),
    Column("top_share", .real, doc: "Its share of the imports, 0 to 1."),
    Column("world_exports", .real, unit: "kUSD", doc: "What all countries export of the product."),
    Column("exporters", .integer, doc: "How many countries export it."),
    Column("hhi_world_exports", .real, doc: "The index of world exports over exporters."),
    Column("top_exporter", .country, doc: "The largest exporter."),
    Column("top_exporter_share", .real, doc: "Its share of world exports, 0 to 1."),
  ]
}
