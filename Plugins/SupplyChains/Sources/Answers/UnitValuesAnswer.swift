internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// What a tonne costs by partner: the answer of the command and of the function.
enum UnitValuesAnswer {
  /// Answers for years.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - product: one product or heading only; nil for all.
  ///   - partner: one supplier only, a country or a group; nil for all.
  /// - Throws: `TowerError` when the store holds no flows of any of the years.
  static func answer(
    importer: String, edition: String, years: ClosedRange<Int>, product: ProductCode? = nil,
    partner: String? = nil, _ thin: ThinBounds, _ connection: Connection
  ) throws -> YearlyAnswer {
    try YearlyAnswer(years, edition: edition, product: product, connection) { trade in
      let year = try GroupedYear(
        trade, trade.flows, uniting: [importer] + (partner.map { [$0] } ?? []), connection)
      let buyer = year.code(importer)
      let seller = partner.map(year.code)
      if importer != CountryScope.all, buyer == nil { return YearlyAnswer.noParts }
      if let seller, seller == nil { return YearlyAnswer.noParts }
      let table = UnitValueTable(year.flows, thin: thin)
      let ranks = year.ranks
      return YearlyAnswer.parts(year.byName(buyer)) { importer in
        table.rows(importer: importer, partner: seller ?? nil)
          .sorted { ($0.product, ranks[$0.partner]) < ($1.product, ranks[$1.partner]) }
      } values: {
        values($1, year)
      }
    }
  }

  private static func values(_ row: UnitValue, _ year: GroupedYear) -> [Value] {
    [
      .text(year.name(row.importer)), .text(year.trade.product(row.product).description),
      Value(year.trade.year), .text(year.name(row.partner)), .real(row.value),
      Value(row.quantity), Value(row.unitValue), .real(row.unmeasuredShare),
      Value(row.importerMean), Value(row.importerMedian), Value(row.worldMedian),
      Value(row.worldFlows), Value(row.robustDistance), Value(!row.thin.isEmpty),
      Value(row.thin.text("flows with a quantity in the world")),
    ]
  }

  static let columns = [
    Column("importer", .country, doc: "The importer, a country or a group."),
    Column("product", .product, doc: "The product."),
    Column("year", .integer, doc: "The year."),
    Column("partner", .country, doc: "Who sells."),
    Column("value", .real, unit: "kUSD", doc: "What the importer buys from it."),
    Column(
      "quantity", .real, unit: "t",
      doc: "The quantity, over what is known; null when unknown, 0 when reported as zero."),
    Column(
      "unit_value", .real, unit: "kUSD/t",
      doc: "Value for a tonne, over what has a quantity; null when that is unknown or zero."),
    Column(
      "unknown_share", .real, doc: "The share of the value whose quantity is unknown, 0 to 1."),
    Column(
      "importer_mean", .real, unit: "kUSD/t",
      doc: "Value for a tonne over all partners with a quantity."),
    Column("importer_median", .real, unit: "kUSD/t", doc: "The median over the partners."),
    Column(
      "world_median", .real, unit: "kUSD/t", doc: "The median over all pairs of countries."),
    Column("world_flows", .integer, doc: "From how many pairs with a quantity that median comes."),
    Column(
      "robust_z", .real,
      doc: "How far ln(unit_value) lies above the world's median, in 1.4826 median absolute "
        + "deviations; null where the world's data are thin or all equal."),
    Column("thin", .flag, doc: "Whether it rests on too little."),
    Column("thin_reason", .text, doc: "Why; null when it does not."),
  ]
}
