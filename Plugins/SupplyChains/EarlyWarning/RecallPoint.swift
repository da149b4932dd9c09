/// The highest threshold at which a measure reaches a recall.
struct RecallPoint {
  /// Scores of at least this alert.
  let threshold: Double
  /// How many alerts that makes.
  let alerts: Int
  /// The share of them with the event ahead.
  let precision: Double

  /// Finds the point.
  ///
  /// - Parameters:
  ///   - recall: the share of the events to be reached.
  ///   - judged: a score with its outcome for each case.
  /// - Returns: nil when no event is there, or when no score that can be told reaches the recall.
  init?(_ recall: Double, of judged: [(score: Double, isAhead: Bool)]) {
    let ordered = judged.sorted { $0.score > $1.score }
    let wanted = recall * Double(judged.count { $0.isAhead })
    guard wanted > 0 else { return nil }
    var hits = 0
    for (place, item) in ordered.enumerated() {
      if item.isAhead { hits += 1 }
      // Equal scores alert together.
      let isLast = place + 1 == ordered.count || ordered[place + 1].score < item.score
      guard isLast, Double(hits) >= wanted - 1e-9 else { continue }
      guard item.score > -.infinity else { return nil }
      threshold = item.score
      alerts = place + 1
      precision = Double(hits) / Double(place + 1)
      return
    }
    return nil
  }
}
