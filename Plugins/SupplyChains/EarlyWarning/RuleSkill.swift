public import Vocabulary

/// What a rule was worth on months that it had not seen.
///
/// It is counted over the months of all series in which the outcome is known. A month in which the
/// rule could not tell counts as one without an alert.
public struct RuleSkill: Sendable, Hashable {
  /// Whether a rule is better than an alert drawn by lot.
  public enum Verdict: String, Sendable {
    /// The lower end of the precision's 95 % interval is above the base rate.
    case skill
    /// It is not.
    case noSkill = "no skill"
    /// It never alerted, or no event was there to warn of.
    case cannotTell = "cannot tell"
  }

  /// The months that were judged.
  public let window: ClosedRange<Month>
  /// How many months of series have a known outcome.
  public private(set) var months = 0
  /// In how many of them the event lay ahead.
  public private(set) var eventMonths = 0
  /// In how many of them the rule could not tell.
  public private(set) var untold = 0
  /// In how many of them it alerted.
  public private(set) var alerts = 0
  /// In how many of those the event lay ahead.
  public private(set) var rightAlerts = 0
  /// How many events there were: unbroken runs of months with the event ahead.
  public private(set) var events = 0
  /// In how many of them it alerted.
  public private(set) var warnedEvents = 0
  /// The months from the first alert of an event to the first month above the bar, the middle one
  /// of all events warned of.
  public private(set) var lead: Double?
  /// Precision over base rate at the threshold at which the rule's measure would have had a recall
  /// of 0.30, chosen with hindsight: for comparing measures, not a promise.
  public private(set) var liftAtRecall30: Double?

  /// The share of months with the event ahead: the precision of alerts drawn by lot.
  public var baseRate: Double? { share(eventMonths, of: months) }
  /// The share of alerts with the event ahead.
  public var precision: Double? { share(rightAlerts, of: alerts) }
  /// The share of months with the event ahead in which it alerted.
  public var recall: Double? { share(rightAlerts, of: eventMonths) }
  /// The share of events in which it alerted at least once.
  public var eventRecall: Double? { share(warnedEvents, of: events) }
  /// The 95 % interval of the precision.
  public var precisionInterval: WilsonInterval? { WilsonInterval(rightAlerts, of: alerts) }
  /// Precision over base rate.
  public var lift: Double? {
    guard let precision, let baseRate, baseRate > 0 else { return nil }
    return precision / baseRate
  }
  /// Alerts a year over all series.
  public var alertsPerYear: Double { Double(alerts) * 12 / Double(window.count) }

  /// Whether it is better than alerts drawn by lot.
  public var verdict: Verdict {
    guard let interval = precisionInterval, let baseRate, baseRate > 0 else { return .cannotTell }
    return interval.lower > baseRate ? .skill : .noSkill
  }

  /// Judges a rule.
  ///
  /// - Parameters:
  ///   - scores: what its measure says of the panel.
  ///   - threshold: above this it alerts.
  ///   - outcomes: what came after the months of the panel.
  ///   - chosen: the numbers of the series to judge.
  ///   - window: the months to judge, none of which may have shaped the rule.
  public init(
    _ scores: Scores, threshold: Double, _ panel: SeriesPanel, _ outcomes: Outcomes,
    series chosen: [Int], window: ClosedRange<Month>
  ) {
    self.window = window
    var leads: [Int] = []
    var judged: [(score: Double, isAhead: Bool)] = []
    for series in chosen {
      var isInEvent = false
      var isWarned = false
      for place in panel.places(of: window).map({ series * panel.monthCount + $0 }) {
        guard let outcome = outcomes.isAhead[place] else {
          isInEvent = false
          continue
        }
        let score = scores.values[place]
        let alerts = score > threshold
        judged.append((score.isNaN ? -.infinity : score, outcome))
        count(outcome: outcome, alerts: alerts, isUntold: score.isNaN)
        if outcome && !isInEvent {
          events += 1
          isWarned = false
        }
        isInEvent = outcome
        if outcome && alerts && !isWarned {
          isWarned = true
          warnedEvents += 1
          leads += RiseEvent.lead(from: place, in: panel).map { [$0] } ?? []
        }
      }
    }
    var known = leads.map(Double.init)
    lead = known.isEmpty ? nil : Trailing.median(&known)
    liftAtRecall30 = RecallPoint(0.3, of: judged).map { $0.precision / (baseRate ?? 1) }
  }

  private mutating func count(outcome: Bool, alerts isAlert: Bool, isUntold: Bool) {
    months += 1
    if outcome { eventMonths += 1 }
    if isUntold { untold += 1 }
    guard isAlert else { return }
    alerts += 1
    if outcome { rightAlerts += 1 }
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
