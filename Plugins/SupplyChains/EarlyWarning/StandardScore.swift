/// How many standard deviations the change of a month lies above the mean of the last five years:
/// z = (r - mean r) / s(r), with r the change of the logarithm.
enum StandardScore {
  static func scores(_ changes: [Double]) -> [Double] {
    let means = Trailing.statistic(changes) { Trailing.mean($0) }
    let deviations = Trailing.statistic(changes) { Trailing.deviation($0) }
    // Five years without any change say nothing of what a change is worth.
    return changes.indices.map {
      deviations[$0] > 0 ? (changes[$0] - means[$0]) / deviations[$0] : .nan
    }
  }
}
