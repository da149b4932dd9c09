/// What a party met, parted into what is shown and what a decision silences.
struct Candidates {
  /// What is shown, best first, with what was decided on each.
  var shown: [(hit: Screening.Hit, standing: DecisionStanding?)]
  /// The decisions that keep the others from being shown.
  let silenced: [Decision]

  /// Parts the hits of a party that is asked about.
  init(_ hits: [Screening.Hit], of query: ScreenQuery, _ decisions: StandingDecisions) {
    let decided = decisions.decided(hits, query)
    shown = decided.filter { !($0.standing?.isSilencing ?? false) }
    silenced = decided.compactMap { $0.standing }.filter(\.isSilencing).map(\.decision)
  }

  /// The same with the best alone shown.
  func limited(to limit: Int) -> Candidates {
    var limited = self
    limited.shown = Array(shown.prefix(limit))
    return limited
  }
}
