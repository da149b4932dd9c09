/// Recent volatility against its own median over the last five years.
///
/// v² is the exponentially weighted mean of the squared monthly changes, r², with the weight 0.94 for
/// each month of age (J.P. Morgan/Reuters 1996, RiskMetrics Technical Document, section 5.3), its
/// weights made to add up to one from the first known month on.
enum Volatility {
  static let decay = 0.94

  static func ratios(_ changes: [Double]) -> [Double] {
    let recent = exponential(changes)
    let usual = Trailing.statistic(recent) { Trailing.median(&$0) }
    return changes.indices.map { usual[$0] > 0 ? recent[$0] / usual[$0] : .nan }
  }

  /// The exponentially weighted volatility, v; a month without a change ages the others only.
  static func exponential(_ changes: [Double]) -> [Double] {
    var squares = 0.0
    var weights = 0.0
    return changes.map { change in
      squares *= decay
      weights *= decay
      if !change.isNaN {
        squares += change * change
        weights += 1
      }
      return weights > 0 ? (squares / weights).squareRoot() : .nan
    }
  }
}
