internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// What exporters report against what importers report: the answer of the command and the function.
struct MirrorGapAnswer {
  let rows: [[Value]]
  let ending: AnswerEnding
  /// For each year what its gaps have in common.
  let summary: [[Value]]

  /// Answers for years.
  ///
  /// - Parameters:
  ///   - importer: a country, a group, or `all` for every country.
  ///   - exporter: one exporter only, a country or a group; nil for all.
  ///   - product: one product or heading only; nil for all.
  /// - Throws: `TowerError` when the store holds no reports of any of the years.
  init(
    importer: String, edition: String, years: ClosedRange<Int>, exporter: String? = nil,
    product: ProductCode? = nil, margin: Double, _ connection: Connection
  ) throws {
    let asked = try AskedReports(years, edition: edition, connection)
    var rows: [[Value]] = []
    var summary: [[Value]] = []
    var sources: Set<String> = []
    for year in asked.answered {
      let groups = try CountryGroups(
        [importer] + (exporter.map { [$0] } ?? []), on: TradeYear.lastDay(of: year), connection)
      let found = try MirrorYear(
        edition: edition, year: year, product: product, groups: groups, connection)
      let wanted = found.flows.filter { flow in
        (importer == CountryScope.all || flow.importer == importer)
          && (exporter.map { $0 == flow.exporter } ?? true)
      }
      rows += wanted.map { MirrorGapAnswer.values($0, year, margin) }
      let gaps = wanted.compactMap { $0.gap(margin: margin) }
      if let common = MirrorSummary(gaps) {
        summary.append([
          Value(year), Value(wanted.count), Value(common.count), .real(common.bias),
          .real(common.spread),
        ])
      }
      sources.formUnion(found.sources)
    }
    let percent = StatementNumber.percent(margin).english
    self.rows = rows
    ending = AnswerEnding(
      notes: asked.notes
        + (rows.isEmpty
          ? ["no report is on record; that does not mean there was no trade"]
          : ["importers' values are compared without freight and insurance of \(percent)"]),
      sources: sources.sorted())
    self.summary = summary
  }

  private static func values(_ flow: MirrorYear.Flow, _ year: Int, _ margin: Double) -> [Value] {
    let gap = flow.gap(margin: margin)
    return [
      .text(flow.importer), .text(flow.exporter), .text(flow.product.description), Value(year),
      Value(flow.exported), Value(flow.imported), Value(gap?.imported), Value(gap?.difference),
      Value(gap?.relative), Value(gap?.logRatio), Value(flow.onlyExported),
      Value(flow.onlyImported), Value(flow.reExported), Value(missing(flow)),
    ]
  }

  /// What is missing for a comparison; nil where every flow has both reports.
  private static func missing(_ flow: MirrorYear.Flow) -> String? {
    var parts: [String] = []
    if flow.onlyExported != nil { parts.append("no import report for a part of the exports") }
    if flow.onlyImported != nil { parts.append("no export report for a part of the imports") }
    if !flow.silent.isEmpty {
      parts.append(
        "no report on the product is held of " + flow.silent.sorted().joined(separator: ", "))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  static let columns = [
    Column("importer", .country, doc: "Who buys, a country or a group."),
    Column("exporter", .country, doc: "Who sells, a country or a group."),
    Column("product", .product, doc: "The product."),
    Column("year", .integer, doc: "The year."),
    Column(
      "exported", .real, unit: "kUSD",
      doc: "What exporters report of flows that importers report too, free on board."),
    Column(
      "imported", .real, unit: "kUSD",
      doc: "What importers report of the same flows, with freight and insurance."),
    Column(
      "imported_fob", .real, unit: "kUSD", doc: "The same without the margin for both."),
    Column("gap", .real, unit: "kUSD", doc: "imported_fob less exported."),
    Column(
      "relative_gap", .real, doc: "The gap over the mean of both, -2 to 2; null without both."),
    Column(
      "log_ratio", .real, doc: "ln(imported_fob / exported); null where one is zero or missing."),
    Column("only_exported", .real, unit: "kUSD", doc: "What exporters alone report."),
    Column("only_imported", .real, unit: "kUSD", doc: "What importers alone report."),
    Column(
      "re_exported", .real, unit: "kUSD",
      doc:
        "How much of the exporters' reports had come in before: a common cause of a gap, because "
        + "importers name the country of origin."),
    Column("missing", .text, doc: "What is missing for a comparison; null when nothing is."),
  ]

  static let summaryColumns = [
    Column("year", .integer, doc: "The year."),
    Column("flows", .integer, doc: "How many flows anybody reports."),
    Column("both", .integer, doc: "How many of them both sides report, above zero."),
    Column(
      "median_log_ratio", .real, doc: "The median log_ratio: above zero, importers report more."),
    Column("spread", .real, doc: "The spread of log_ratio: 1.4826 median absolute deviations."),
  ]
}
