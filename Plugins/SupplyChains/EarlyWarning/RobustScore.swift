/// The modified z-score: 0.6745 (r - median r) / MAD, over the last five years, with r the change of
/// the logarithm and MAD the median of the absolute deviations from the median (Iglewicz & Hoaglin
/// 1993, "How to detect and handle outliers", who warn above 3.5).
enum RobustScore {
  static func scores(_ changes: [Double]) -> [Double] {
    let medians = Trailing.statistic(changes) { Trailing.median(&$0) }
    let deviations = Trailing.statistic(changes) { known in
      let median = Trailing.median(&known)
      for index in known.indices { known[index] = abs(known[index] - median) }
      return Trailing.median(&known)
    }
    // A price that stands still in half of the months has a MAD of zero: it cannot be told.
    return changes.indices.map {
      deviations[$0] > 0 ? 0.6745 * (changes[$0] - medians[$0]) / deviations[$0] : .nan
    }
  }
}
