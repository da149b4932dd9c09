internal import Glibc

/// The range in which the concentration of an importer's purchases lies, and its place among the
/// importer's products, when values are noisy and quantities partly unknown (Monte Carlo).
///
/// Errors of flows are taken as independent of each other. The numbers depend on the seed, the key of
/// each product and its flows alone: other products change ranks, never an interval.
public struct DependenceIntervals: Sendable {
  /// A row for every product and score, by product.
  public let rows: [ScoreInterval]

  /// Draws the flows of one importer.
  ///
  /// - Parameters:
  ///   - importer: the dense code; a group counts as one country in `Flows.united`.
  ///   - keys: for each product a number of its own that stays the same whatever other products
  ///     there are.
  public init(_ flows: Flows, importer: Int, keys: [UInt64], noise: FlowNoise, rule: IntervalRule) {
    precondition(keys.count == flows.productCount, "a key for each product")
    let byProduct = RowIndex(flows.products, groups: flows.productCount)
    let drawn = (0..<flows.productCount).compactMap { product -> DrawnProduct? in
      let all = byProduct[product].map(Int.init)
      let rows = all.filter { Int(flows.importers[$0]) == importer && flows.values[$0] > 0 }
        .sorted { flows.exporters[$0] < flows.exporters[$1] }
      guard !rows.isEmpty else { return nil }
      var random = RandomDraws(seed: rule.seed, key: keys[product])
      return DrawnProduct(
        flows, rows: rows, product: product, noise: noise,
        unitValues: DependenceIntervals.unitValues(flows, all, rule), draws: rule.draws,
        random: &random)
    }
    let scores = DependenceScore.allCases.enumerated().map { place, score in
      DependenceIntervals.intervals(drawn, score, place, noise, rule)
    }
    rows = scores.joined().sorted {
      ($0.product, $0.score.place) < ($1.product, $1.score.place)
    }
  }

  /// The logarithms of the middle nine tenths of the world's unit values; nil where too few are known.
  private static func unitValues(_ flows: Flows, _ rows: [Int], _ rule: IntervalRule)
    -> ClosedRange<Double>?
  {
    let known = rows.compactMap { flows.unitValue($0) }.filter { $0 > 0 }.map { log($0) }.sorted()
    guard known.count >= max(1, rule.thin.measuredFlows),
      let low = known.quantileOfSorted(IntervalRule.tail),
      let high = known.quantileOfSorted(1 - IntervalRule.tail)
    else { return nil }
    return low...high
  }

  private static func intervals(
    _ drawn: [DrawnProduct], _ score: DependenceScore, _ place: Int, _ noise: FlowNoise,
    _ rule: IntervalRule
  ) -> [ScoreInterval] {
    let scored = drawn.filter { $0.draws[place].count == rule.draws && rule.draws > 0 }
    let ranks = DrawnRanks(scored.map { $0.draws[place] })
    let values = scored.map { $0.values[place] }
    // A product whose own value is not known takes part in the ranking by its median draw.
    let ranked = zip(scored, values).compactMap { $1 ?? $0.draws[place].median }.sorted()
    return scored.indices.map { index in
      let product = scored[index]
      let value = values[index]
      let draws = product.draws[place].sorted()
      let low = draws.quantileOfSorted(IntervalRule.tail) ?? .nan
      let high = draws.quantileOfSorted(1 - IntervalRule.tail) ?? .nan
      let rank = value.map { DrawnRanks.place(of: $0, inAscending: ranked) }
      let (best, worst) = ranks.range(index)
      return ScoreInterval(
        product: product.product, score: score, value: value, low: min(low, value ?? low),
        high: max(high, value ?? high), rank: rank, bestRank: min(best, rank ?? best),
        worstRank: max(worst, rank ?? worst), unmeasuredShare: product.unmeasuredShare,
        measuredGaps: noise.gaps(of: product.product), thin: thin(product, rule.thin))
    }
  }

  private static func thin(_ product: DrawnProduct, _ bounds: ThinBounds) -> [ThinData] {
    var reasons: [ThinData] = []
    if product.suppliers < bounds.suppliers { reasons.append(.few(product.suppliers)) }
    if product.imports < bounds.value { reasons.append(.little(product.imports)) }
    if product.unmeasuredShare > bounds.unmeasuredShare {
      reasons.append(.unmeasured(product.unmeasuredShare))
    }
    return reasons
  }
}

extension DependenceScore {
  fileprivate var place: Int { DependenceScore.allCases.firstIndex(of: self) ?? 0 }
}

/// The places of products in every draw, the highest score first and equal ones at one place.
private struct DrawnRanks {
  /// For each product its places, ascending.
  private let places: [[Int]]

  /// - Parameter draws: for each product its score in every draw.
  init(_ draws: [[Double]]) {
    var places = draws.map { [Int](repeating: 0, count: $0.count) }
    for draw in (draws.first ?? []).indices {
      let ascending = draws.map { $0[draw] }.sorted()
      for product in draws.indices {
        places[product][draw] = DrawnRanks.place(
          of: draws[product][draw], inAscending: ascending)
      }
    }
    self.places = places.map { $0.sorted() }
  }

  /// The best and the worst place of a product, a twentieth of the draws left out at either end.
  func range(_ product: Int) -> (best: Int, worst: Int) {
    let sorted = places[product]
    let skipped = Int((IntervalRule.tail * Double(sorted.count - 1)).rounded(.down))
    return (sorted[skipped], sorted[sorted.count - 1 - skipped])
  }

  /// One more than how many numbers are greater.
  static func place(of number: Double, inAscending numbers: [Double]) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] > number { high = middle } else { low = middle + 1 }
    }
    return numbers.count - low + 1
  }
}
