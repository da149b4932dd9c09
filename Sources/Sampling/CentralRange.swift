internal import Glibc

extension Array where Element == Double {
  /// The range that holds the middle of a sample: from the 5th to the 95th percentile unless said
  /// otherwise; nil of an empty sample.
  ///
  /// Each end is a number of the sample, the smallest at or below which that share of it lies
  /// (Hyndman & Fan 1996, definition 1).
  ///
  /// - Parameter share: the share of the sample that the range holds, 0 to 1.
  public func centralRange(_ share: Double = 0.9) -> ClosedRange<Double>? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    func quantile(_ probability: Double) -> Double {
      // The product of a share and a count can miss a whole number by the last digit.
      let place = Int((probability * Double(count) - 1e-9).rounded(.up)) - 1
      return sorted[Swift.min(Swift.max(place, 0), count - 1)]
    }
    return quantile((1 - share) / 2)...quantile((1 + share) / 2)
  }
}

extension ClosedRange where Bound: Comparable {
  /// The range widened to a value that may lie outside it.
  public func including(_ value: Bound) -> ClosedRange {
    Swift.min(lowerBound, value)...Swift.max(upperBound, value)
  }
}
