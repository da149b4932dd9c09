/// The one-sided cumulative sum (Page 1954, "Continuous inspection schemes"):
/// S(t) = max(0, S(t-1) + z(t) - k), an alarm above h, after which S begins again at zero.
enum CumulativeSum {
  static let slack = 0.5
  static let limit = 4.0

  /// S before it begins again; a month that is not known leaves it as it is and cannot be told.
  static func sums(_ scores: [Double]) -> [Double] {
    var sum = 0.0
    return scores.map { score in
      guard !score.isNaN else { return .nan }
      if sum > limit { sum = 0 }
      sum = max(0, sum + score - slack)
      return sum
    }
  }
}
