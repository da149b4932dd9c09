internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// On which products an importer depends: the answer of the command and of the function.
enum DependenceAnswer {
  /// Answers for years; each is loaded once, with the two before it that criterion 4 looks at.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - product: one product or heading only; nil for all.
  /// - Throws: `TowerError` when the store holds no flows of any of the years.
  static func answer(
    importer: String, edition: String, years: ClosedRange<Int>, product: ProductCode? = nil,
    _ settings: SupplySettings, _ connection: Connection
  ) throws -> YearlyAnswer {
    let asked = try AskedYears(years, edition: edition, connection)
    let windows = asked.answered.map { ($0 - 2)...$0 }
    let needed = asked.held.filter { year in windows.contains { $0.contains(year) } }
    var rows: [[Value]] = []
    var met: [Int: Set<DependenceYear.Key>] = [:]
    for year in needed {
      let found = try DependenceYear(
        TradeYear(
          edition: edition, year: year, products: product.map { [$0] }, connection),
        importer: importer, connection)
      met[year] = found.meetingAll(settings.dependence)
      guard asked.answered.contains(year) else { continue }
      rows += found.rows.map { key, row in
        found.values(
          key, row, settings,
          years: [year - 2, year - 1, year].map { met[$0]?.contains(key) })
      }
    }
    var notes = asked.notes
    let incomplete = asked.answered.filter { year in
      !(year - 2...year).allSatisfy(needed.contains)
    }
    if !incomplete.isEmpty {
      let missing = Set(incomplete.flatMap { [$0 - 2, $0 - 1] }).subtracting(needed).sorted()
      notes.append(
        "c4 cannot be told for \(AskedYears.text(incomplete)): it needs the flows of "
          + "\(AskedYears.text(missing)) as well")
    }
    if rows.isEmpty { notes.append("no imports are recorded; that does not mean there are none") }
    return YearlyAnswer(
      rows: rows, notes: notes,
      sources: try TradeFlows.sources(edition: edition, years: needed, connection))
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
    Column("cdi", .flag, doc: "Of a group: cdi1, cdi2 and cdi3 are all above their thresholds."),
    Column("reason", .text, doc: "The number and the threshold that decide each criterion."),
    Column("thin", .flag, doc: "Whether the row rests on few suppliers or little trade."),
    Column("thin_reason", .text, doc: "Why; null when it does not."),
  ]
}
