internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// On which products an importer depends: the answer of the command and of the function.
struct DependenceAnswer {
  let rows: [[Value]]
  let notes: [String]
  let sources: [String]

  /// Answers for a year.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - product: one product or heading only; nil for all.
  /// - Throws: `TowerError` when the store holds no flows of the year.
  init(
    importer: String, edition: String, year: Int, product: ProductCode? = nil,
    _ thresholds: DependenceThresholds, _ connection: Connection
  ) throws {
    let held = try HeldFlows.years(including: year, edition: edition, connection)
    let window = [year - 2, year - 1, year].filter(held.contains)
    let results = try window.map { year in
      try DependenceYear(
        TradeYear(
          edition: edition, year: year, products: product.map { [$0] }, connection),
        importer: importer, connection)
    }
    var notes: [String] = []
    if window.count < 3 {
      notes.append("c4 cannot be told: it needs the flows of \(year - 2) and \(year - 1) as well")
    }
    var rows: [[Value]] = []
    if let current = results.last {
      rows = current.rows.map { key, row in
        let persists =
          window.count == 3
          ? holdsInTwoOfThreeYears(results.map { $0.meetsAll(key, thresholds) }) : nil
        return current.values(key, row, thresholds, persists: persists)
      }
    }
    if rows.isEmpty { notes.append("no imports are recorded; that does not mean there are none") }
    self.rows = rows
    self.notes = notes
    sources = try TradeFlows.sources(edition: edition, years: window, connection)
  }

  static let columns = [
    Column("importer", .country, doc: "The importer."),
    Column("product", .product, doc: "The product."),
    Column("year", .integer, doc: "The year."),
    Column("imports", .real, unit: "kUSD", doc: "Imports; of a group, from outside it."),
    Column("suppliers", .integer, doc: "How many countries supply it."),
    Column("hhi_imports", .real, doc: "The Herfindahl-Hirschman index of imports over suppliers."),
    Column("top_share", .real, doc: "The share of the largest supplier, 0 to 1."),
    Column("top_supplier", .country, doc: "The largest supplier."),
    Column("hhi_world_exports", .real, doc: "The index of world exports over exporters."),
    Column("exports", .real, unit: "kUSD", doc: "Exports; of a group, of all its members."),
    Column("import_export_ratio", .real, doc: "Imports over exports; 9999 without exports."),
    Column("c1", .flag, doc: "Imports are concentrated."),
    Column("c2", .flag, doc: "World exports are concentrated."),
    Column("c3", .flag, doc: "More is imported than exported."),
    Column("c4", .flag, doc: "c1 to c3 held together in two of three years; null when not known."),
    Column("cdi1", .real, doc: "Of a group: the index of imports from outside."),
    Column("cdi2", .real, doc: "Of a group: the share of imports that comes from outside."),
    Column("cdi3", .real, doc: "Of a group: imports from outside over exports."),
  ]
}
