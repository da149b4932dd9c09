/// The weighted distance of two sequences of sounds with transpositions of neighbours.
///
/// Optimal string alignment (Damerau 1964; Wagner and Fischer 1974 for weights), cut off at a budget
/// in the manner of Ukkonen (1985): a row whose least entry is over the budget ends the search.
enum SoundDistance {
  /// A transposition of neighbours, in twentieths.
  static let transposition: UInt16 = 12

  /// The cost, or nil when it is over the budget.
  static func cost(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, budget: UInt16,
    costs: SoundCosts
  ) -> UInt16? {
    withTables(costs) { $0.cost(first, second, budget: budget) }
  }

  /// Calls with costs at hand, for many comparisons.
  @inline(__always)
  static func withTables<Result>(_ costs: SoundCosts, _ body: (Tables) -> Result) -> Result {
    costs.substitution.withUnsafeBufferPointer { substitution in
      costs.gap.withUnsafeBufferPointer { gap in
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 3 * (SoundForm.longest + 1)) {
          body(Tables(substitution: substitution, gap: gap, rows: $0))
        }
      }
    }
  }

  /// Costs, and the rows of the table that is filled.
  struct Tables {
    fileprivate let substitution: UnsafeBufferPointer<UInt16>
    fileprivate let gap: UnsafeBufferPointer<UInt16>
    fileprivate let rows: UnsafeMutableBufferPointer<UInt16>

    /// The cost, or nil when it is over the budget.
    func cost(
      _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, budget: UInt16
    ) -> UInt16? {
      align(first, second, budget, substitution, gap, rows: rows)
    }
  }

  private static func align(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, _ budget: UInt16,
    _ substitution: UnsafeBufferPointer<UInt16>, _ gap: UnsafeBufferPointer<UInt16>,
    rows: UnsafeMutableBufferPointer<UInt16>
  ) -> UInt16? {
    let width = second.count + 1
    guard let base = rows.baseAddress else { return nil }
    var (before, above, row) = (base, base + width, base + 2 * width)
    above[0] = 0
    var leastAbove: UInt16 = 0
    for column in 1..<max(width, 1) where width > 1 {
      above[column] = above[column - 1] &+ gap[Int(second[column - 1])]
    }
    for line in 0..<first.count {
      let sound = first[line]
      let costsOfSound = Int(sound) &* SoundCode.count
      let dropped = gap[Int(sound)]
      row[0] = above[0] &+ dropped
      var least = row[0]
      for column in 1..<max(width, 1) where width > 1 {
        let other = second[column &- 1]
        var cost = above[column &- 1] &+ substitution[costsOfSound &+ Int(other)]
        cost = min(cost, above[column] &+ dropped)
        cost = min(cost, row[column &- 1] &+ gap[Int(other)])
        if line > 0, column > 1, sound == second[column &- 2], first[line &- 1] == other {
          cost = min(cost, before[column &- 2] &+ transposition)
        }
        row[column] = cost
        least = min(least, cost)
      }
      // A transposition may still come from the row above this one.
      if least > budget, leastAbove > budget { return nil }
      leastAbove = least
      (before, above, row) = (above, row, before)
    }
    let cost = above[second.count]
    return cost <= budget ? cost : nil
  }
}
