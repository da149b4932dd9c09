internal import Glibc

/// Middle and spread of numbers that a few wild ones do not move.
struct RobustStatistics: Sendable {
  /// The median.
  let median: Double
  /// The median absolute deviation from it, times 1.4826: the standard deviation where the numbers
  /// are normally distributed (Iglewicz & Hoaglin, How to Detect and Handle Outliers, 1993).
  let spread: Double

  /// Measures numbers; nil when there is none.
  init?(of numbers: [Double]) {
    guard let median = numbers.median else { return nil }
    self.median = median
    spread = 1.4826 * (numbers.map { abs($0 - median) }.median ?? 0)
  }

  /// How many spreads a number lies from the median; nil where the spread is zero.
  func distance(_ number: Double) -> Double? {
    spread > 0 ? (number - median) / spread : nil
  }
}

extension [Double] {
  /// The middle number, or the mean of the two in the middle; nil when there is none.
  var median: Double? { quantile(0.5) }

  /// A quantile between neighbours in proportion (Hyndman & Fan 1996, type 7); nil when empty.
  func quantile(_ share: Double) -> Double? { sorted().quantileOfSorted(share) }

  /// The same of numbers that are sorted already.
  func quantileOfSorted(_ share: Double) -> Double? {
    guard !isEmpty else { return nil }
    let place = share * Double(count - 1)
    let below = Int(floor(place))
    let above = Swift.min(below + 1, count - 1)
    return self[below] + (place - Double(below)) * (self[above] - self[below])
  }
}
