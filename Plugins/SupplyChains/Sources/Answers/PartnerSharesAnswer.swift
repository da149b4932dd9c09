internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// From whom an importer buys and to whom it sells: the answer of the commands `supply exposure` and
/// `supply partner-shares` and of the function `partner_shares`.
enum PartnerSharesAnswer {
  /// Answers for years.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - product: a product, or a heading whose products are summed; nil for every product.
  ///   - partner: one country or group only; nil for all.
  /// - Throws: `TowerError` when the store holds no flows of any of the years.
  static func answer(
    importer: String, edition: String, years: ClosedRange<Int>, product: ProductCode? = nil,
    partner: String? = nil, _ connection: Connection
  ) throws -> YearlyAnswer {
    try YearlyAnswer(years, edition: edition, product: product, connection) { trade in
      let flows = product.map(trade.flows(of:)) ?? trade.flows
      let year = try GroupedYear(
        trade, flows, uniting: [importer] + (partner.map { [$0] } ?? []), connection)
      let table = PartnerTable(year.flows)
      let code = year.code(importer)
      guard importer == CountryScope.all || code != nil else { return YearlyAnswer.noParts }
      return YearlyAnswer.parts(year.byName(code)) { importer in
        table.products(of: importer).flatMap { code, found in
          found.partners.filter { partner == nil || year.name($0.country) == partner }
            .map { (partner: $0, product: code) }
        }
      } values: { importer, row in
        values(
          row.partner, of: year.name(importer), product ?? trade.product(row.product), year)
      }
    }
  }

  private static func values(
    _ partner: TradePartner, of importer: String, _ product: ProductCode, _ year: GroupedYear
  ) -> [Value] {
    [
      .text(importer), .text(product.description), Value(year.trade.year),
      .text(year.name(partner.country)), .real(partner.imports), Value(partner.importShare),
      Value(partner.quantity), .real(partner.exports), Value(partner.exportShare),
    ]
  }

  static let columns = [
    Column("importer", .country, doc: "The importer, a country or a group."),
    Column("product", .product, doc: "The product, or the heading whose products are summed."),
    Column("year", .integer, doc: "The year."),
    Column("partner", .country, doc: "The other country, or the group asked for as one."),
    Column("imports", .real, unit: "kUSD", doc: "What the importer buys from it."),
    Column("import_share", .real, doc: "Its share of the imports, 0 to 1; null without imports."),
    Column("quantity", .real, unit: "t", doc: "The quantity, where it is known; else null."),
    Column("exports", .real, unit: "kUSD", doc: "What the importer sells to it."),
    Column("export_share", .real, doc: "Its share of the exports, 0 to 1; null without exports."),
  ]
}
