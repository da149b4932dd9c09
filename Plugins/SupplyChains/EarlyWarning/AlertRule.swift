/// A rule that needs no fit: it alerts in a month in which its measure is above its threshold.
public struct AlertRule: Sendable, Hashable {
  /// The name, such as `year-on-year-30`.
  public let name: String
  /// What it measures.
  public let measure: Measure
  /// Above this it alerts, in the unit of the measure.
  public let threshold: Double

  /// The rules, with the thresholds that are commonly used; none was fitted to prices.
  public static let all = [
    AlertRule(name: "monthly-score-1.5", measure: .monthlyScore, threshold: 1.5),
    AlertRule(name: "monthly-score-2", measure: .monthlyScore, threshold: 2),
    AlertRule(name: "monthly-score-3", measure: .monthlyScore, threshold: 3),
    AlertRule(name: "quarterly-score-2", measure: .quarterlyScore, threshold: 2),
    AlertRule(name: "robust-score-3.5", measure: .robustScore, threshold: 3.5),
    AlertRule(name: "year-on-year-20", measure: .yearOnYear, threshold: 0.2),
    AlertRule(name: "year-on-year-30", measure: .yearOnYear, threshold: 0.3),
    AlertRule(name: "year-on-year-50", measure: .yearOnYear, threshold: 0.5),
    AlertRule(name: "volatility-1.5", measure: .volatility, threshold: 1.5),
    AlertRule(name: "cumulative-sum", measure: .cumulativeSum, threshold: CumulativeSum.limit),
    AlertRule(
      name: "seasonal-cumulative-sum", measure: .seasonalCumulativeSum,
      threshold: CumulativeSum.limit),
  ]
}

/// What a measure says of every series of a panel in every month.
public struct Scores: Sendable {
  /// A number for each month of each series, one series after the other; NaN where it cannot be
  /// told.
  public let values: [Double]

  /// Measures every series.
  public init(_ measure: Measure, _ panel: SeriesPanel) {
    values = (0..<panel.seriesCount).flatMap { measure.values(of: panel.logarithms(of: $0)) }
  }

  /// Takes numbers as they are; as many as the panel has months in all of its series.
  init(values: [Double]) { self.values = values }
}
