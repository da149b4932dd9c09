public import Vocabulary

extension Measure {
  /// Where the measure stands on a day, as far as it could be known on another; nil when the
  /// measure itself could not be known then.
  ///
  /// - Parameters:
  ///   - day: the day asked about.
  ///   - knownAt: facts learned after this day are left out; nil means everything recorded.
  public func standing(on day: Day, knownAt: Day? = nil) -> MeasureStanding? {
    if let knownAt, learned > knownAt { return nil }
    let known = acts.filter { act in knownAt.map { act.learned <= $0 } ?? true }
    let history = History(validity: validity, citation: citation, acts: known)
    let verdict = history.verdict(on: day)
    let differs = { (other: Day) in
      let found = history.verdict(on: other)
      return (found.status, found.isOperative) != (verdict.status, verdict.isOperative)
    }
    let turns = history.turningDays
    let since = turns.last { $0 <= day && differs($0.adding(days: -1)) }
    let nextChange = turns.first { $0 > day && differs($0) }
    return MeasureStanding(
      status: verdict.status, isOperativeByText: verdict.isOperative, reasons: verdict.reasons,
      since: since, nextChange: nextChange)
  }
}
