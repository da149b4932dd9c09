public import Vocabulary

/// A rule judged by onsets: the first months of the runs in which the event lies ahead.
///
/// An alert is right when an onset lies in its month or within the six after it; an onset is warned
/// of when an alert lies in its month or within the six before it. This is how published
/// comparisons of price rules count; it asks for a warning before the run begins.
public struct OnsetSkill: Sendable, Hashable {
  /// How many months of series the window has, known or not.
  public private(set) var seriesMonths = 0
  /// How many of them lie at most six months before an onset.
  public private(set) var monthsBefore = 0
  /// How many alerts there were.
  public private(set) var alerts = 0
  /// How many of them were right.
  public private(set) var rightAlerts = 0
  /// How many onsets there were.
  public private(set) var onsets = 0
  /// How many of them were warned of.
  public private(set) var warnedOnsets = 0

  /// Alerts in a hundred months of series.
  public var alertsPerHundredMonths: Double? { share(100 * alerts, of: seriesMonths) }
  /// The share of alerts that were right.
  public var precision: Double? { share(rightAlerts, of: alerts) }
  /// The share of onsets that were warned of.
  public var recall: Double? { share(warnedOnsets, of: onsets) }
  /// The share of months at most six months before an onset: the precision of alerts drawn by lot.
  public var baseRate: Double? { share(monthsBefore, of: seriesMonths) }

  /// Judges a rule on the months of a window, as far as the panel has them.
  ///
  /// - Parameters:
  ///   - scores: what its measure says of the panel.
  ///   - threshold: above this it alerts.
  ///   - outcomes: what came after the months of the panel.
  ///   - chosen: the numbers of the series to judge.
  ///   - window: the months to judge.
  public init(
    _ scores: Scores, threshold: Double, _ panel: SeriesPanel, _ outcomes: Outcomes,
    series chosen: [Int], window: ClosedRange<Month>
  ) {
    for start in chosen.map({ $0 * panel.monthCount }) {
      for place in panel.places(of: window).map({ start + $0 }) {
        let end = min(start + panel.monthCount - 1, place + RiseEvent.horizon)
        let begin = max(start, place - RiseEvent.horizon)
        let isBefore = outcomes.isOnset[place...end].contains(true)
        let isAlert = scores.values[place] > threshold
        seriesMonths += 1
        if isBefore { monthsBefore += 1 }
        if isAlert { alerts += 1 }
        if isAlert && isBefore { rightAlerts += 1 }
        guard outcomes.isOnset[place] else { continue }
        onsets += 1
        if scores.values[begin...place].contains(where: { $0 > threshold }) { warnedOnsets += 1 }
      }
    }
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
