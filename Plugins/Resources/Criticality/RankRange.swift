/// The ranks that things take among each other when their scores are drawn many times.
public enum RankRange {
  /// The rank of each score, 1 for the highest; nil where there is no score.
  ///
  /// Equal scores share the best of their ranks.
  public static func ranks(of scores: [Double?]) -> [Int?] {
    ranges(of: scores.map { $0.map { [$0] } ?? [] }).map { $0?.lowerBound }
  }

  /// The range that holds the middle of the ranks of each thing, from the 5th to the 95th
  /// percentile unless said otherwise.
  ///
  /// - Parameters:
  ///   - scores: of each thing in each draw; empty for a thing that is not ranked, and else as many
  ///     for each.
  ///   - share: the share of the draws that the range holds, 0 to 1.
  public static func ranges(of scores: [[Double]], share: Double = 0.9) -> [ClosedRange<Int>?] {
    let ranked = scores.indices.filter { !scores[$0].isEmpty }
    guard let first = ranked.first else { return scores.map { _ in nil } }
    let draws = scores[first].count
    precondition(ranked.allSatisfy { scores[$0].count == draws })
    var seen = [Int32](repeating: 0, count: ranked.count * ranked.count)
    var order = Array(ranked.indices)
    var drawn = [Double](repeating: 0, count: ranked.count)
    for draw in 0..<draws {
      for (place, thing) in ranked.enumerated() { drawn[place] = scores[thing][draw] }
      sort(&order, by: drawn)
      var rank = 0
      for (place, thing) in order.enumerated() {
        if place == 0 || drawn[thing] < drawn[order[place - 1]] { rank = place }
        seen[thing * ranked.count + rank] += 1
      }
    }
    var found = [ClosedRange<Int>?](repeating: nil, count: scores.count)
    for (place, thing) in ranked.enumerated() {
      let counts = seen[place * ranked.count..<(place + 1) * ranked.count]
      let least = rank(counts, draws, (1 - share) / 2)
      found[thing] = least...rank(counts, draws, (1 + share) / 2)
    }
    return found
  }

  /// Puts the highest first.
  ///
  /// One draw is nearly in the order of the draw before it: each thing moves a few places only.
  private static func sort(_ order: inout [Int], by scores: [Double]) {
    for start in order.indices.dropFirst() {
      let moved = order[start]
      var place = start
      while place > 0, scores[order[place - 1]] < scores[moved] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = moved
    }
  }

  /// The smallest rank at or below which a share of the draws lies, from how many draws took each.
  private static func rank(_ counts: ArraySlice<Int32>, _ draws: Int, _ probability: Double) -> Int
  {
    var below = 0
    for (rank, count) in counts.enumerated() {
      below += Int(count)
      if below > 0, Double(below) >= probability * Double(draws) - 1e-9 { return rank + 1 }
    }
    return counts.count
  }
}
