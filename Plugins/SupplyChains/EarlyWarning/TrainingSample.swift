internal import Vocabulary

/// The months of a panel that a regression can learn from: every feature can be told, and the
/// outcome is known.
struct TrainingSample {
  private let panel: SeriesPanel
  private let features: PanelFeatures
  private let outcomes: Outcomes

  init(_ panel: SeriesPanel) {
    self.panel = panel
    features = PanelFeatures(panel)
    outcomes = Outcomes(panel)
  }

  /// The places of the cases of a window whose outcome is known by its end.
  private func cases(_ window: ClosedRange<Month>) -> [(place: Int, isAhead: Bool)] {
    let places = panel.places(of: window).dropLast(RiseEvent.horizon)
    return (0..<panel.seriesCount).flatMap { series in
      places.compactMap { month in
        let place = series * panel.monthCount + month
        guard features.isComplete[place], let outcome = outcomes.isAhead[place] else { return nil }
        return (place, outcome)
      }
    }
  }

  /// Fits the regression to the months of a window.
  func fit(to window: ClosedRange<Month>) throws(FittedRule.Missing)
    -> (regression: LogisticRegression, samples: Int, eventMonths: Int)
  {
    let cases = cases(window)
    let eventMonths = cases.count { $0.isAhead }
    guard eventMonths > 0, eventMonths < cases.count else { throw .events(window) }
    let width = PanelFeatures.all.count
    let regression = LogisticRegression(
      rows: cases.flatMap { features.values[$0.place * width..<($0.place + 1) * width] },
      outcomes: cases.map(\.isAhead), width: width, ridge: FittedRule.ridge)
    return (regression, cases.count, eventMonths)
  }

  /// What a regression says of each case of a window, with the outcome.
  func tried(
    _ regression: LogisticRegression, on window: ClosedRange<Month>
  ) -> [(score: Double, isAhead: Bool)] {
    let probabilities = features.probabilities(regression).values
    return cases(window).map { (probabilities[$0.place], $0.isAhead) }
  }

  /// The probability above which a regression alerts in a share of the cases of a window.
  func threshold(
    _ regression: LogisticRegression, alerting share: Double, in window: ClosedRange<Month>
  ) -> Double {
    let scores = tried(regression, on: window).map(\.score).sorted(by: >)
    let alerts = min(scores.count - 1, max(1, Int((share * Double(scores.count)).rounded())))
    return (scores[alerts - 1] + scores[alerts]) / 2
  }
}
