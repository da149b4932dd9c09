internal import EarlyWarning
internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply early-warning-fit`.
enum EarlyWarningFitCommand {
  static let command = Command(
    "supply early-warning-fit",
    summary: "Fits the logistic rule of early warning to the monthly prices of some years.",
    discussion: """
      A logistic regression on standardised features with a ridge gives the probability that a price
      rises by more than 40 % within six months. It reads no price and no outcome after the training
      window. Its threshold is chosen within the window too: the regression is tried on each of the
      last two decades after a fit to the years before, and the share of alerts that reached a recall
      of 0.30 there is kept. The window must have at least thirty years. The coefficients, the window,
      the sources and a digest of all are kept in the store; the same fit is kept once.
      """,
    parameters: [
      Parameter(
        "training", .years(1800...2199), .required,
        doc: "The years to fit to; before 1970 many prices were fixed.")
    ],
    columns: columns, effect: .writes,
    examples: ["supply early-warning-fit --training 1970..2009"]
  ) { invocation in
    let years = invocation.arguments.years("training")
    let training = Month(number: years.lowerBound * 12)...Month(number: years.upperBound * 12 + 11)
    return try invocation.tower.write { connection in
      let series = try MonthlySeries(asOf: invocation.asOf, connection)
      guard series.panel.first <= training.lowerBound, training.upperBound <= series.panel.last
      else {
        throw TowerError(
          .failed,
          "cannot tell: the prices held are of \(series.panel.first) to \(series.panel.last), the "
            + "training is of \(training.lowerBound) to \(training.upperBound)")
      }
      let fit = try StoredFit(rule: rule(series.panel, training), sources: series.sources)
      let isNew = try fit.keep(invocation, connection)
      return CommandResult(
        columns: columns, rows: rows(fit),
        notes: [
          "\(isNew ? "kept as" : "unchanged, kept before as") \(fit.identifier), SHA-256 "
            + fit.sha256,
          "fitted to \(fit.rule.samples) months of series, \(fit.rule.eventMonths) with the rise "
            + "ahead; it alerts above a probability of \(fit.rule.threshold)",
        ], sources: series.sources, marking: series.marking)
    }
  }

  private static func rule(_ panel: SeriesPanel, _ training: ClosedRange<Month>) throws
    -> FittedRule
  {
    do {
      return try FittedRule(panel, training: training)
    } catch FittedRule.Missing.years(let years) {
      throw TowerError(
        .failed, "cannot tell: the training has \(years) years, at least 30 are needed")
    } catch FittedRule.Missing.events(let window) {
      throw TowerError(
        .failed,
        "cannot tell: the prices of \(window.lowerBound) to \(window.upperBound) hold too few "
          + "months with the rise ahead, or none without, where all features are known")
    }
  }

  private static func rows(_ fit: StoredFit) -> [[Value]] {
    let docs = Dictionary(uniqueKeysWithValues: FittedRule.features.map { ($0.name, $0.doc) })
    let intercept: [Value] = [
      .text("intercept"), .null, .null, .real(fit.rule.intercept),
      .text("The log-odds where every feature is at its mean."),
    ]
    return [intercept]
      + fit.rule.coefficients.map { row in
        [
          .text(row.feature), .real(row.mean), .real(row.deviation), .real(row.coefficient),
          Value(docs[row.feature]),
        ]
      }
  }

  private static let columns = [
    Column("feature", .text, doc: "The feature, or the intercept."),
    Column("mean", .real, doc: "Its mean in the training window."),
    Column("deviation", .real, doc: "Its standard deviation in the training window."),
    Column(
      "coefficient", .real, doc: "What one standard deviation adds to the log-odds of the rise."),
    Column("doc", .text, doc: "What the feature is."),
  ]
}
