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
    for column in 1..<width {
      above[column] = above[column - 1] &+ gap[Int(second[column - 1])]
    }
    for line in 0..<first.count {
      let sound = first[line]
      let start = Int(sound) &* SoundCode.count
      let costsOfSound = UnsafeBufferPointer(
        rebasing: substitution[start..<(start &+ SoundCode.count)])
      let dropped = gap[Int(sound)]
      let soundBefore = line > 0 ? first[line &- 1] : UInt8.max
      // What stands to the left and above it is kept at hand: each entry waits for the one before.
      var corner = above[0]
      var left = corner &+ dropped
      row[0] = left
      var least = left
      for column in 1..<width {
        let other = second[column &- 1]
        let over = above[column]
        var cost = min(corner &+ costsOfSound[Int(other)], over &+ dropped)
        cost = min(cost, left &+ gap[Int(other)])
        if other == soundBefore, column > 1, sound == second[column &- 2] {
          cost = min(cost, before[column &- 2] &+ transposition)
        }
        row[column] = cost
        least = min(least, cost)
        corner = over
        left = cost
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
