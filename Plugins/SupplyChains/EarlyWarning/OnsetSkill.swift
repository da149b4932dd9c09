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
  public init(
    _ scores: Scores, threshold: Double, _ panel: SeriesPanel, series chosen: [Int],
    window: ClosedRange<Month>
  ) {
    let isAhead = RiseEvent.isAhead(panel)
    for series in chosen {
      let start = series * panel.monthCount
      let isOnset = (0..<panel.monthCount).map { place in
        isAhead[start + place] == true && (place == 0 || isAhead[start + place - 1] != true)
      }
      let isAlert = (0..<panel.monthCount).map { scores.values[start + $0] > threshold }
      for place in panel.places(of: window) {
        let next = place...min(panel.monthCount - 1, place + RiseEvent.horizon)
        let isBefore = isOnset[next].contains(true)
        seriesMonths += 1
        if isBefore { monthsBefore += 1 }
        if isAlert[place] { alerts += 1 }
        if isAlert[place] && isBefore { rightAlerts += 1 }
        guard isOnset[place] else { continue }
        onsets += 1
        if isAlert[max(0, place - RiseEvent.horizon)...place].contains(true) { warnedOnsets += 1 }
      }
    }
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
