public import Vocabulary

extension FittedRule {
  /// Why a rule cannot be fitted.
  public enum Missing: Error, Sendable, Hashable {
    /// The window is shorter than thirty years: twenty for the first fit and ten to try it on.
    case years(Int)
    /// A part of the window has no month with the event, or none without, or too few to try it on.
    case events(ClosedRange<Month>)
  }

  /// Fits the rule to the months of a window of a panel; what lies after the window is not read.
  ///
  /// The threshold is chosen inside the window. For each of its last two decades the regression is
  /// fitted to the years before, and the two decades together say which share of months must alert
  /// for a recall of 0.30. The threshold lets the regression that is fitted to the whole window
  /// alert in that share of the same months. The share is carried over, and not the probability,
  /// because regressions of different windows have different levels.
  ///
  /// - Throws: `Missing` when the window does not hold enough.
  public init(_ whole: SeriesPanel, training: ClosedRange<Month>) throws(Missing) {
    guard training.count >= 360 else { throw .years(training.count / 12) }
    let panel = whole.truncated(after: training.upperBound)
    let sample = TrainingSample(panel)
    let second = training.upperBound.advanced(by: -119)
    let first = second.advanced(by: -120)
    var tried: [(score: Double, isAhead: Bool)] = []
    for start in [first, second] {
      let decade = start...start.advanced(by: 119)
      let before = training.lowerBound...start.advanced(by: -1)
      tried += try sample.tried(sample.fit(to: before).regression, on: decade)
    }
    guard tried.count > 1, let point = RecallPoint(FittedRule.recall, of: tried) else {
      throw .events(first...training.upperBound)
    }
    let share = Double(point.alerts) / Double(tried.count)
    let (regression, samples, eventMonths) = try sample.fit(to: training)
    let threshold = sample.threshold(regression, alerting: share, in: first...training.upperBound)
    self.training = training
    self.threshold = threshold
    self.samples = samples
    self.eventMonths = eventMonths
    intercept = regression.coefficients[0]
    coefficients = PanelFeatures.all.indices.map { index in
      Coefficient(
        feature: PanelFeatures.all[index].name, mean: regression.means[index],
        deviation: regression.deviations[index],
        coefficient: regression.coefficients[index + 1])
    }
  }
}
