internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// Who depends on a country, and for what: the answer of the command and of the function.
enum ReverseDependenceAnswer {
  /// Answers for years.
  ///
  /// - Parameters:
  ///   - country: who sells: a country, a group, or `all` for every country.
  ///   - partner: one buyer only, a country or a group; nil for every country.
  ///   - product: one product or heading only; nil for all.
  /// - Throws: `TowerError` when the store holds no flows of any of the years, or where the two have
  ///   a country in common.
  static func answer(
    country: String, edition: String, years: ClosedRange<Int>, partner: String? = nil,
    product: ProductCode? = nil, _ thresholds: DependenceThresholds, _ connection: Connection
  ) throws -> YearlyAnswer {
    if country == partner {
      throw TowerError(.usage, "\(country) and \(country) are not two: they share countries")
    }
    return try YearlyAnswer(years, edition: edition, product: product, connection) { trade in
      let year = try GroupedYear(
        trade, trade.flows, uniting: [country] + (partner.map { [$0] } ?? []), connection)
      let home = year.code(country)
      let buyer = partner.map(year.code)
      // A country that the store does not know has no rows, and is not every country.
      if country != CountryScope.all, home == nil { return YearlyAnswer.noParts }
      if let buyer, buyer == nil { return YearlyAnswer.noParts }
      let table = ReverseDependenceTable(year.flows)
      let ranks = year.ranks
      return YearlyAnswer.parts(year.byName(home)) { home in
        table.rows(home: home, partner: buyer ?? nil)
          .sorted { (ranks[$0.partner], $0.product) < (ranks[$1.partner], $1.product) }
      } values: {
        values($1, year, thresholds)
      }
    }
  }

  private static func values(
    _ row: ReverseDependenceRow, _ year: GroupedYear, _ bounds: DependenceThresholds
  ) -> [Value] {
    [
      .text(year.name(row.home)), .text(year.name(row.partner)),
      .text(year.trade.product(row.product).description), Value(year.trade.year),
      .real(row.sales), .real(row.partnerImports), .real(row.share), Value(row.suppliers),
      .real(row.importConcentration), Value(row.isTopSupplier),
      Value(row.topOtherSupplier.map(year.name)),
      Value(row.topOtherSupplier == nil ? nil : row.topOtherShare),
      .real(row.shareOfWorldExports), .real(row.worldConcentration), .real(row.otherExports),
      .real(row.otherCover), Value(row.otherConcentration), .real(row.shareOfHomeExports),
      .real(row.importExportRatio), Value(row.dependsOnHome(bounds)), .text(reason(row, bounds)),
    ]
  }

  private static func reason(_ row: ReverseDependenceRow, _ bounds: DependenceThresholds) -> String
  {
    let comparisons = [
      Comparison("hhi_imports", row.importConcentration, above: bounds.concentration),
      Comparison("hhi_world_exports", row.worldConcentration, above: bounds.concentration),
      Comparison("import_export_ratio", row.importExportRatio, above: bounds.importExportRatio),
    ]
    return comparisons.map(\.description).joined(separator: "; ")
      + (row.isTopSupplier ? "; largest supplier" : "; not the largest supplier")
  }

  static let columns = [
    Column("country", .country, doc: "Who sells, a country or a group."),
    Column("partner", .country, doc: "Who buys, a country or a group."),
    Column("product", .product, doc: "The product."),
    Column("year", .integer, doc: "The year."),
    Column("sales", .real, unit: "kUSD", doc: "What the partner buys from the country."),
    Column("partner_imports", .real, unit: "kUSD", doc: "What the partner imports altogether."),
    Column("share", .real, doc: "The country's share of the partner's imports, 0 to 1."),
    Column("suppliers", .integer, doc: "From how many countries the partner imports."),
    Column("hhi_imports", .real, doc: "The index of the partner's imports over suppliers."),
    Column("is_top_supplier", .flag, doc: "Whether the country is its largest supplier."),
    Column("top_other_supplier", .country, doc: "Its largest supplier beside the country."),
    Column("top_other_share", .real, doc: "The share of that supplier in its imports."),
    Column("world_share", .real, doc: "The country's share of world exports, 0 to 1."),
    Column("hhi_world_exports", .real, doc: "The index of world exports over exporters."),
    Column(
      "other_exports", .real, unit: "kUSD",
      doc: "What countries other than the two export to the world."),
    Column(
      "other_cover", .real,
      doc: "How many times the others export what is sold: a ceiling, sold already."),
    Column("hhi_others", .real, doc: "The index of the others' exports over exporters."),
    Column(
      "share_of_exports", .real,
      doc: "The share of the country's exports of the product that the partner takes."),
    Column(
      "import_export_ratio", .real, doc: "The partner's imports over its exports; 9999 without."),
    Column(
      "depends", .flag,
      doc: "Whether the partner's c1 to c3 hold and the country is its largest supplier."),
    Column("reason", .text, doc: "The numbers and thresholds that decide it."),
  ]
}
