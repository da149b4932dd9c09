internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// What a partner buys from the home country, and whether it could buy it elsewhere: the answer of
/// the command, of the function and of the lens.
struct LeverageAnswer {
  let trade: TradeYear
  let found: ReverseDependence
  private let home: String
  private let partner: String

  /// Answers for a year of the store.
  ///
  /// - Parameter partner: a country or a group.
  /// - Throws: `TowerError` when the store holds no flows of the year.
  init(home: String, partner: String, edition: String, year: Int, _ connection: Connection) throws {
    _ = try HeldFlows.years(including: year, edition: edition, connection)
    trade = try TradeYear(edition: edition, year: year, connection)
    let members = try trade.members(of: partner, connection)
    let code = trade.code(home)
    if let code, members.contains(code) {
      throw TowerError(.usage, "home \(home) and partner \(partner) are not two countries")
    }
    self.home = home
    self.partner = partner
    found = ReverseDependence(trade.flows, home: code, partners: members)
  }

  /// A row for each product, the largest sales first.
  ///
  /// - Parameter top: how many; nil for all.
  func rows(top: Int? = nil) -> [[Value]] {
    found.rows.prefix(top ?? .max).map { row in
      [
        .text(trade.product(row.product).description), .text(home), .text(partner),
        Value(trade.year), .real(row.sales), .real(row.partnerImports), .real(row.share),
        Value(row.suppliers), .real(row.importConcentration),
        Value(row.topOtherSupplier.map { trade.countries[$0] }),
        Value(row.topOtherSupplier == nil ? nil : row.topOtherShare), .real(row.otherExports),
        .real(row.otherCover), Value(row.otherConcentration), .real(row.shareOfHomeExports),
      ]
    }
  }

  /// What the reader must know beside the rows.
  ///
  /// - Parameter shown: how many rows are shown.
  func notes(shown: Int) -> [String] {
    var notes = [
      "of the \(trade.flows.productCount) product codes of \(trade.edition) held for \(trade.year)"
    ]
    if found.rows.isEmpty {
      notes.append(
        "no imports of \(partner) from \(home) are recorded; that does not mean there are none")
    } else if shown < found.rows.count {
      notes.append("the largest \(shown) of \(found.rows.count) products; --top shows more")
    }
    return notes
  }

  static let columns = [
    Column("product", .product, doc: "The product."),
    Column("home", .country, doc: "Who sells."),
    Column("partner", .country, doc: "Who buys, a country or a group."),
    Column("year", .integer, doc: "The year."),
    Column("sales", .real, unit: "kUSD", doc: "What the partner buys from home."),
    Column("partner_imports", .real, unit: "kUSD", doc: "What the partner imports altogether."),
    Column("share", .real, doc: "The share of the partner's imports from home, 0 to 1."),
    Column("suppliers", .integer, doc: "From how many countries the partner imports."),
    Column("hhi_imports", .real, doc: "The index of the partner's imports over suppliers."),
    Column("top_other_supplier", .country, doc: "Its largest supplier beside home."),
    Column("top_other_share", .real, doc: "The share of that supplier in its imports."),
    Column(
      "other_exports", .real, unit: "kUSD",
      doc: "What countries other than the two export to the world."),
    Column(
      "other_cover", .real, doc: "How many times the others export what home sells the partner."),
    Column("hhi_others", .real, doc: "The index of the others' exports over exporters."),
    Column(
      "share_of_home_exports", .real,
      doc: "The share of home's exports of the product that the partner takes."),
  ]
}
