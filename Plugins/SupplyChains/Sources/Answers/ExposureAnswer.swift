internal import Dependence
internal import Kernel
internal import Store
internal import Vocabulary

/// From whom an importer buys a product and to whom it sells it: the answer of the command and of
/// the function `partner_shares`.
struct ExposureAnswer {
  let rows: [[Value]]
  let notes: [String]
  let sources: [String]

  /// Answers for a year.
  ///
  /// - Parameter importer: a country or a group.
  /// - Throws: `TowerError` when the store holds no flows of the year.
  init(importer: String, product: ProductCode, year: Int, _ connection: Connection) throws {
    _ = try HeldFlows.years(including: year, edition: product.edition, connection)
    let trade = try TradeYear(
      edition: product.edition, year: year, products: [product], connection)
    let found = TradePartners(
      trade.flows(of: product), product: 0, importers: try trade.members(of: importer, connection))
    rows = found.partners.map { partner in
      [
        .text(importer), .text(product.description), Value(year),
        .text(trade.countries[partner.country]), .real(partner.imports),
        Value(partner.importShare), Value(partner.quantity), .real(partner.exports),
        Value(partner.exportShare),
      ]
    }
    notes =
      found.imports > 0 ? [] : ["no imports are recorded; that does not mean there are none"]
    sources = trade.sources
  }

  static let columns = [
    Column("importer", .country, doc: "The importer, a country or a group."),
    Column("product", .product, doc: "The product, or the heading whose products are summed."),
    Column("year", .integer, doc: "The year."),
    Column("partner", .country, doc: "The other country."),
    Column("imports", .real, unit: "kUSD", doc: "What the importer buys from it."),
    Column("import_share", .real, doc: "Its share of the imports, 0 to 1; null without imports."),
    Column("quantity", .real, unit: "t", doc: "The quantity, where it is known; else null."),
    Column("exports", .real, unit: "kUSD", doc: "What the importer sells to it."),
    Column("export_share", .real, doc: "Its share of the exports, 0 to 1; null without exports."),
  ]
}
