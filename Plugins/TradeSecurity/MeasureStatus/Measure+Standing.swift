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
    let nextChange = history.turningDays.first {
      guard $0 > day else { return false }
      let later = history.verdict(on: $0)
      return (later.status, later.isOperative) != (verdict.status, verdict.isOperative)
    }
    return MeasureStanding(
      status: verdict.status, isOperativeByText: verdict.isOperative, reasons: verdict.reasons,
      nextChange: nextChange)
  }
}
