internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// In which range the concentration of imports lies: the answer of the command and of the function.
enum DependenceIntervalAnswer {
  /// Answers for years.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - product: which rows are shown; ranks are among all products of the importer.
  /// - Throws: `TowerError` when the store holds no flows of any of the years.
  static func answer(
    importer: String, edition: String, years: ClosedRange<Int>, product: ProductCode? = nil,
    _ settings: SupplySettings, _ connection: Connection
  ) throws -> YearlyAnswer {
    var reports: Set<String> = []
    return try YearlyAnswer(years, edition: edition, product: nil, connection) { trade in
      let year = try GroupedYear(trade, trade.flows, uniting: [importer], connection)
      let mirror = try MirrorNoise(
        of: year, CountryGroups([importer], on: trade.lastDay, connection), settings.intervals,
        connection)
      reports.formUnion(mirror.sources)
      let products = (0..<trade.flows.productCount).map(trade.product)
      let keys = products.map { UInt64($0.digits) ?? 0 }
      let table = DependenceIntervals(
        year.flows, keys: keys, noise: mirror.noise, rule: settings.intervals.rule)
      let code = year.code(importer)
      guard importer == CountryScope.all || code != nil else { return YearlyAnswer.noParts }
      return YearlyAnswer.parts(year.byName(code)) { importer in
        table.rows(of: importer).filter { product?.contains(products[$0.product]) ?? true }
      } values: { importer, row in
        values(row, year.name(importer), products[row.product], trade.year, settings)
      }
    } otherSources: {
      reports
    }
  }

  private static func values(
    _ row: ScoreInterval, _ importer: String, _ product: ProductCode, _ year: Int,
    _ settings: SupplySettings
  ) -> [Value] {
    [
      .text(importer), .text(product.description), Value(year), .text(row.score.rawValue),
      Value(row.value), .real(row.low), .real(row.high), Value(row.rank), Value(row.bestRank),
      Value(row.worstRank), Value(isAbove(row, settings.dependence.concentration)),
      .text(basis(row, settings.intervals)), .real(row.unmeasuredShare),
      Value(!row.thin.isEmpty), Value(row.thin.text("suppliers")),
    ]
  }

  /// Whether the whole interval lies above the threshold; nil where it lies on both sides, and for a
  /// score without a threshold.
  private static func isAbove(_ row: ScoreInterval, _ bound: Double) -> Bool? {
    guard row.score != .topShare else { return nil }
    return row.low > bound ? true : row.high <= bound ? false : nil
  }

  private static func basis(_ row: ScoreInterval, _ settings: IntervalSettings) -> String {
    let assumed = "assumed \(StatementNumber.percent(settings.assumedError).english)"
    guard row.measuredGaps > 0 else { return assumed }
    let gaps = row.measuredGaps == 1 ? "1 mirror gap" : "\(row.measuredGaps) mirror gaps"
    return row.measuredGaps < settings.minimumGaps ? "\(gaps), else \(assumed)" : gaps
  }

  static let columns = [
    Column("importer", .country, doc: "The importer, a country or a group."),
    Column("product", .product, doc: "The product."),
    Column("year", .integer, doc: "The year."),
    Column(
      "indicator", .text,
      doc: "hhi_imports, top_share, or hhi_quantity: the index by tonnes instead of value."),
    Column(
      "value", .real,
      doc: "The indicator of the flows as they are; null where a quantity is unknown."),
    Column("low", .real, doc: "A twentieth of the draws lies below; never above the value."),
    Column("high", .real, doc: "A twentieth of the draws lies above; never below the value."),
    Column(
      "rank", .integer,
      doc: "The place among the importer's products, 1 the highest; equal ones share a place."),
    Column("rank_low", .integer, doc: "The best place of the draws, the best twentieth left out."),
    Column(
      "rank_high", .integer, doc: "The worst place of the draws, the worst twentieth left out."),
    Column(
      "above_threshold", .flag,
      doc: "Whether the whole interval lies above the threshold of concentration; null when it "
        + "cannot be told, and for top_share, which has none."),
    Column("error_basis", .text, doc: "Where the error of the values comes from."),
    Column(
      "unknown_share", .real, doc: "The share of the value whose quantity is unknown, 0 to 1."),
    Column("thin", .flag, doc: "Whether it rests on too little."),
    Column("thin_reason", .text, doc: "Why; null when it does not."),
  ]
}
