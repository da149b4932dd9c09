/// The interval of a share by Wilson (1927, "Probable inference, the law of succession, and
/// statistical inference", equation for p), at 95 %.
///
/// It takes the cases as independent. Alerts of neighbouring months are not, so it is too narrow
/// rather than too wide.
public struct WilsonInterval: Sendable, Hashable {
  /// The lower end, from 0 to 1.
  public let lower: Double
  /// The upper end, from 0 to 1.
  public let upper: Double

  /// The interval of a share; nil without any case.
  public init?(_ hits: Int, of cases: Int) {
    guard cases > 0 else { return nil }
    let quantile = 1.959963984540054
    let count = Double(cases)
    let share = Double(hits) / count
    let square = quantile * quantile
    let middle = (share + square / (2 * count)) / (1 + square / count)
    let half =
      quantile / (1 + square / count)
      * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
    lower = max(0, middle - half)
    upper = min(1, middle + half)
  }
}
