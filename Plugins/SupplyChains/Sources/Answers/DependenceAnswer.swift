internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// On which products an importer depends: the answer of the command and of the function.
final class DependenceAnswer {
  private let importer: String
  private let product: ProductCode?
  private let thresholds: DependenceThresholds
  private let thinBounds: ThinBounds
  private let connection: Connection
  private let asked: AskedYears
  /// The years that are measured: those answered, and those before them at which criterion 4 looks.
  private let needed: [Int]
  private let countries: [UInt16: String]
  private var met: [Int: Set<Int>] = [:]
  private var years: ArraySlice<Int>
  private var year = 0
  private var rows: AnyIterator<DependenceRow>?
  private var isEmpty = true

  /// Stands before the first row; rows come year by year, each measured when it is asked for.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - product: one product or heading only; nil for all.
  /// - Throws: `TowerError` when the store holds no flows of any of the years.
  init(
    importer: String, edition: String, years: ClosedRange<Int>, product: ProductCode? = nil,
    _ settings: SupplySettings, _ connection: Connection
  ) throws {
    self.importer = importer
    self.product = product
    thresholds = settings.dependence
    thinBounds = settings.thin
    self.connection = connection
    let asked = try AskedYears(years, edition: edition, connection)
    self.asked = asked
    let windows = asked.answered.map { ($0 - 2)...$0 }
    needed = asked.held.filter { year in windows.contains { $0.contains(year) } }
    countries = try TradeFlows.countries(connection)
    self.years = needed[...]
  }

  /// The next row; nil at the end.
  func next() throws -> [Value]? {
    while true {
      if let row = rows?.next() {
        isEmpty = false
        return values(row)
      }
      guard let next = years.popFirst() else { return nil }
      year = next
      let found = try DependenceYear(
        edition: asked.edition, year: year, importer: importer, product: product, countries,
        connection)
      met[year] = found.meetingAll(thresholds)
      rows = asked.answered.contains(year) ? AnyIterator(found.rows.makeIterator()) : nil
    }
  }

  /// What is known of the answer once its rows are read.
  func ending() throws -> AnswerEnding {
    AnswerEnding(
      notes: notes,
      sources: try TradeFlows.sources(edition: asked.edition, years: needed, connection))
  }

  private var notes: [String] {
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
    if isEmpty { notes.append("no imports are recorded; that does not mean there are none") }
    return notes
  }

  private func values(_ row: DependenceRow) -> [Value] {
    let isGroup = row.importer == nil
    let thin = row.thin(thinBounds)
    let years = [year - 2, year - 1, year].map { met[$0]?.contains(row.key) }
    return [
      .text(row.importer.map(name) ?? importer),
      .text("\(asked.edition)/\(TradeFlows.digits(UInt32(row.product)))"), Value(year),
      .real(row.imports), Value(row.suppliers), .real(row.importConcentration),
      .real(row.topShare), .text(name(row.topSupplier)), .real(row.worldConcentration),
      .real(row.exports), .real(row.importExportRatio), Value(row.isConcentrated(thresholds)),
      Value(row.isConcentratedInTheWorld(thresholds)), Value(row.exceedsExports(thresholds)),
      Value(holdsInTwoOfThreeYears(years)), isGroup ? .real(row.importConcentration) : .null,
      Value(row.outsideShare), isGroup ? .real(row.importExportRatio) : .null,
      Value(row.meetsCoreIndicators(thresholds)),
      .text(DependenceReason.text(row, thresholds, years: years)), Value(!thin.isEmpty),
      Value(thin.text("suppliers")),
    ]
  }

  private func name(_ number: Int) -> String {
    countries[UInt16(number)] ?? "BACI-\(number)"
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
