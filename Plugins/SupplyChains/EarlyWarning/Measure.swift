internal import Glibc

/// What a rule measures on a series; a rule is a measure with a threshold.
public enum Measure: String, CaseIterable, Sendable {
  case monthlyScore, quarterlyScore, robustScore, yearOnYear, volatility, cumulativeSum
  case seasonalCumulativeSum

  /// The formula in words, with its source.
  public var formula: String {
    switch self {
    case .monthlyScore:
      "The change of a month, in standard deviations from the mean of the last five years."
    case .quarterlyScore:
      "The change of three months, in standard deviations from the mean of the last five years."
    case .robustScore:
      "0.6745 times the change of a month from the median of the last five years, over the median "
        + "absolute deviation (Iglewicz & Hoaglin 1993)."
    case .yearOnYear: "The value over that of a year before, less 1."
    case .volatility:
      "The exponentially weighted volatility (decay 0.94, RiskMetrics 1996) over its median of the "
        + "last five years."
    case .cumulativeSum:
      "The cumulative sum of monthly scores less 0.5, begun again after an alarm (Page 1954)."
    case .seasonalCumulativeSum:
      "The same sum, of changes less the mean change of that month in the last ten years."
    }
  }

  /// The measure of one series: a number for each month, from that month and those before it alone.
  ///
  /// - Returns: NaN where the series does not hold enough to tell.
  func values(of logarithms: ArraySlice<Double>) -> [Double] {
    switch self {
    case .monthlyScore:
      StandardScore.scores(Trailing.change(logarithms, over: 1))
    case .quarterlyScore:
      StandardScore.scores(Trailing.change(logarithms, over: 3))
    case .robustScore:
      RobustScore.scores(Trailing.change(logarithms, over: 1))
    case .yearOnYear:
      Trailing.change(logarithms, over: 12).map { expm1($0) }
    case .volatility:
      Volatility.ratios(Trailing.change(logarithms, over: 1))
    case .cumulativeSum:
      CumulativeSum.sums(StandardScore.scores(Trailing.change(logarithms, over: 1)))
    case .seasonalCumulativeSum:
      CumulativeSum.sums(
        StandardScore.scores(SeasonalPattern.adjusted(Trailing.change(logarithms, over: 1))))
    }
  }
}
