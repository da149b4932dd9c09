internal import Glibc
internal import Sampling

/// The range in which the concentration of an importer's purchases lies, and its place among the
/// importer's products, when values are noisy and quantities partly unknown (Monte Carlo).
///
/// Errors of flows are taken as independent of each other. The numbers depend on the seed, the key of
/// each product and its flows alone: other products change ranks, never an interval.
public struct DependenceIntervals: Sendable {
  private let flows: Flows
  private let keys: [UInt64]
  private let noise: FlowNoise
  private let rule: IntervalRule
  private let byImporter: RowIndex
  /// The logarithms of the middle nine tenths of the world's unit values, by product; nil where too
  /// few are known.
  private let unitValues: [ClosedRange<Double>?]

  /// Prepares the flows of a year.
  ///
  /// - Parameter keys: for each product a number of its own that stays the same whatever other
  ///   products there are.
  public init(_ flows: Flows, keys: [UInt64], noise: FlowNoise, rule: IntervalRule) {
    precondition(keys.count == flows.productCount, "a key for each product")
    self.flows = flows
    self.keys = keys
    self.noise = noise
    self.rule = rule
    let byExporter = RowIndex(flows.exporters, groups: flows.countryCount).rows
    let byProduct = RowIndex(flows.products, groups: flows.productCount, in: byExporter)
    byImporter = RowIndex(flows.importers, groups: flows.countryCount, in: byProduct.rows)
    unitValues = (0..<flows.productCount).map { product in
      let known = byProduct[product].compactMap { flows.unitValue(Int($0)) }.filter { $0 > 0 }
      return DependenceIntervals.middle(known.map { log($0) }.sorted(), rule)
    }
  }

  /// A row for every product and score of an importer, by product.
  ///
  /// - Parameter importer: the dense code; a group counts as one country in `Flows.united`.
  public func rows(of importer: Int) -> [ScoreInterval] {
    let rows = byImporter[importer].map(Int.init).filter { flows.values[$0] > 0 }
    let drawn = rows.chunked { flows.products[$0] == flows.products[$1] }.map { rows in
      let product = Int(flows.products[rows[0]])
      var random = SplitMix64(seed: rule.seed, stream: String(keys[product]))
      return DrawnProduct(
        flows, rows: rows, product: product, noise: noise, unitValues: unitValues[product],
        draws: rule.draws, random: &random)
    }
    return DependenceScore.allCases.enumerated().flatMap { place, score in
      DependenceIntervals.intervals(drawn, score, place, noise, rule)
    }.sorted { ($0.product, $0.score.place) < ($1.product, $1.score.place) }
  }

  private static func middle(_ logarithms: [Double], _ rule: IntervalRule) -> ClosedRange<Double>? {
    guard logarithms.count >= max(1, rule.thin.measuredFlows),
      let low = logarithms.quantileOfSorted(IntervalRule.tail),
      let high = logarithms.quantileOfSorted(1 - IntervalRule.tail)
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

extension [Int] {
  /// The elements in runs of neighbours that belong together.
  fileprivate func chunked(_ belong: (Int, Int) -> Bool) -> [[Int]] {
    reduce(into: []) { runs, element in
      if let last = runs.last?.last, belong(last, element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
  }
}

extension DependenceScore {
  fileprivate var place: Int { DependenceScore.allCases.firstIndex(of: self) ?? 0 }
}
