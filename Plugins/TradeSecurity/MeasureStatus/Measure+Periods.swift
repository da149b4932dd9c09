public import Vocabulary

extension Measure {
  /// The times for which the texts make it apply, as far as that could be known on a day:
  /// half-open, in order, not touching each other.
  ///
  /// - Parameter knownAt: facts learned after this day are left out; nil means everything recorded.
  public func operativePeriods(knownAt: Day? = nil) -> [Validity] {
    if let knownAt, learned > knownAt { return [] }
    let known = acts.filter { act in knownAt.map { act.learned <= $0 } ?? true }
    let history = History(validity: validity, citation: citation, acts: known)
    let turns = history.turningDays
    let starts = [nil] + turns.map(Optional.some)
    let ends = turns.map(Optional.some) + [nil]
    // Before the first turn any day stands for all.
    let before = (turns.first ?? learned).adding(days: -1)
    var periods: [Validity] = []
    for (start, end) in zip(starts, ends)
    where history.verdict(on: start ?? before).isOperative {
      if let last = periods.last, last.until == start, start != nil {
        periods[periods.count - 1] = Validity(from: last.from, until: end)
      } else {
        periods.append(Validity(from: start, until: end))
      }
    }
    return periods
  }
}
