import Dependence
import Glibc
import TestSupport
import Testing

private let thin = ThinBounds(suppliers: 3, measuredFlows: 2, value: 100, unmeasuredShare: 0.5)

private func intervals(
  _ flows: Flows, importer: Int = 0, error: Double = 0.2, gaps: [FlowNoise.Gap] = [],
  draws: Int = 200, seed: UInt64 = 1
) -> [ScoreInterval] {
  DependenceIntervals(
    flows, keys: (0..<UInt64(flows.productCount)).map { $0 * 17 + 3 },
    noise: FlowNoise(assumed: error, gaps: gaps),
    rule: IntervalRule(draws: draws, seed: seed, thin: thin)
  ).rows(of: importer)
}

/// The least and the greatest index that quantities in ranges can have.
private func bounds(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double> {
  func index(_ parts: [Double]) -> Double {
    let sum = parts.reduce(0, +)
    return parts.reduce(0) { $0 + ($1 / sum) * ($1 / sum) }
  }
  // The index is quasi-convex: its greatest value stands at a corner of the box.
  let corners = (0..<1 << ranges.count).map { corner in
    index(
      ranges.indices.map { corner >> $0 & 1 == 1 ? ranges[$0].upperBound : ranges[$0].lowerBound })
  }
  // Its least value has every part as near as it can be to one and the same level.
  let levels = (0...4000).map { exp(-10 + Double($0) * 20 / 4000) }
  let clamped = levels.map { level in
    index(ranges.map { min(max(level, $0.lowerBound), $0.upperBound) })
  }
  return (clamped.min() ?? 0)...(corners.max() ?? 1)
}

@Suite("Intervals of dependence")
struct DependenceIntervalTests {
  @Test("are the same for the same seed, whatever other products there are, and differ for another")
  func seeded() {
    var random = SeededGenerator(seed: 61)
    var flows = Flows(countryCount: 6, productCount: 3)
    for product in 0..<3 {
      for exporter in 1..<6 {
        flows.append(
          product: product, exporter: exporter, importer: 0,
          value: Double.random(in: 1...100, using: &random), quantity: exporter > 2 ? 1 : nil)
      }
    }
    let found = intervals(flows)
    #expect(found == intervals(flows))
    let other = intervals(flows, seed: 2)
    #expect(found.map(\.low) != other.map(\.low))
    var alone = Flows(countryCount: flows.countryCount, productCount: flows.productCount)
    for row in 0..<flows.count where flows.products[row] == 1 {
      alone.append(
        product: 1, exporter: Int(flows.exporters[row]), importer: Int(flows.importers[row]),
        value: flows.values[row], quantity: flows.quantity(row))
    }
    let ofOne = intervals(alone)
    #expect(!ofOne.isEmpty)
    for row in ofOne {
      let same = found.first { $0.product == row.product && $0.score == row.score }
      #expect(same?.low == row.low && same?.high == row.high)
    }
  }

  @Test("contain the score of the flows as they are, and their ranks the rank")
  func contains() {
    var random = SeededGenerator(seed: 62)
    for round in 0..<40 {
      let (flows, _, _) = randomFlows(&random)
      let scores = DependenceTable(flows).country(0)
      let found = intervals(flows, draws: 60, seed: UInt64(round))
      for row in found {
        #expect(row.low <= row.high && row.bestRank <= row.worstRank)
        if let value = row.value { #expect(row.low <= value && value <= row.high) }
        if let rank = row.rank { #expect(row.bestRank <= rank && rank <= row.worstRank) }
        #expect(row.low > 0 && row.high <= 1 + 1e-12)
      }
      let indexes = found.filter { $0.score == .importConcentration }
      #expect(indexes.map(\.product) == scores.map(\.product))
      for (row, score) in zip(indexes, scores) {
        #expect(abs((row.value ?? 0) - score.importConcentration) < 1e-12)
        let greater = scores.count { $0.importConcentration > score.importConcentration + 1e-12 }
        #expect(row.rank == greater + 1)
      }
    }
  }

  @Test("have no width without error and with every quantity known")
  func noError() {
    var flows = Flows(countryCount: 4, productCount: 2)
    for product in 0..<2 {
      for exporter in 1..<4 {
        flows.append(
          product: product, exporter: exporter, importer: 0,
          value: Double(exporter * (product + 2)), quantity: Double(exporter * exporter))
      }
    }
    let found = intervals(flows, error: 0)
    #expect(found.count == 6)
    for row in found {
      #expect(row.low == row.value && row.high == row.value)
      #expect(row.bestRank == row.rank && row.worstRank == row.rank)
    }
  }

  @Test("grow with the error and shrink with the number of suppliers")
  func width() {
    func width(suppliers: Int, error: Double) -> Double {
      var flows = Flows(countryCount: suppliers + 1, productCount: 1)
      for exporter in 1...suppliers {
        flows.append(product: 0, exporter: exporter, importer: 0, value: 100, quantity: 1)
      }
      let row = intervals(flows, error: error, draws: 2000).first
      return (row?.high ?? .nan) - (row?.low ?? .nan)
    }
    let byError = [0.05, 0.1, 0.2, 0.4].map { width(suppliers: 5, error: $0) }
    #expect(byError == byError.sorted() && byError[0] > 0)
    let bySuppliers = [3, 6, 12, 24].map { width(suppliers: $0, error: 0.3) }
    #expect(bySuppliers == bySuppliers.sorted(by: >))
  }

  @Test("equal the exact quantiles for two suppliers: the logistic of a normal distribution")
  func exact() throws {
    var flows = Flows(countryCount: 3, productCount: 1)
    flows.append(product: 0, exporter: 1, importer: 0, value: 800, quantity: 1)
    flows.append(product: 0, exporter: 2, importer: 0, value: 200, quantity: 1)
    let row = try #require(
      intervals(flows, error: 0.2, draws: 40_000).first { $0.score == .topShare })
    // The logarithm of the ratio has the deviation of both errors; 1.644854 is the normal quantile.
    let spread = 1.644854 * 0.2 * 2.0.squareRoot()
    #expect(abs(row.low - 1 / (1 + exp(-log(4) + spread))) < 0.003)
    #expect(abs(row.high - 1 / (1 + exp(-log(4) - spread))) < 0.003)
  }

  @Test("take the error of a flow from its mirror gap, else from those of its product")
  func measured() throws {
    var flows = Flows(countryCount: 4, productCount: 2)
    for product in 0..<2 {
      for exporter in 1..<4 {
        flows.append(
          product: product, exporter: exporter, importer: 0, value: 100, quantity: 1)
      }
    }
    let exact = FlowNoise.Gap(product: 0, exporter: 1, importer: 0, logRatio: 0)
    let found = intervals(flows, error: 0.5, gaps: [exact])
    let indexes = found.filter { $0.score == .importConcentration }
    #expect(indexes.map(\.measuredGaps) == [1, 0])
    #expect(indexes[0].high == indexes[0].low, "the gap of one flow speaks for its product")
    #expect(indexes[1].high > indexes[1].low)
    let wide = intervals(
      flows, error: 0,
      gaps: [FlowNoise.Gap(product: 0, exporter: 1, importer: 0, logRatio: 0.8)])
    #expect(wide[0].high > wide[0].low)
  }

  @Test("of quantities lie within what any unit value of the world's range can give")
  func quantities() throws {
    var random = SeededGenerator(seed: 63)
    var compared = 0
    for _ in 0..<40 {
      let (flows, values, quantities) = randomFlows(&random, products: 1)
      let known = values.compactMap { key, value in quantities[key].map { log(value / $0) } }
        .sorted()
      guard known.count >= 2, let least = known.first, let most = known.last else { continue }
      let bought = values.filter { $0.key[2] == 0 }
      guard
        let row = intervals(flows, error: 0).first(where: { $0.score == .quantityConcentration })
      else {
        #expect(bought.isEmpty)
        continue
      }
      let ranges = bought.map { key, value in
        quantities[key].map { $0...$0 } ?? (value / exp(most))...(value / exp(least))
      }
      let possible = bounds(ranges)
      #expect(row.low >= possible.lowerBound - 1e-6 && row.high <= possible.upperBound + 1e-9)
      #expect((row.value == nil) == bought.keys.contains { quantities[$0] == nil })
      #expect((row.high > row.low) == (row.value == nil && bought.count > 1))
      compared += 1
    }
    #expect(compared > 20)
  }

  @Test("are not drawn of quantities where too few unit values are known")
  func unknownWorld() {
    var flows = Flows(countryCount: 3, productCount: 1)
    flows.append(product: 0, exporter: 1, importer: 0, value: 5)
    flows.append(product: 0, exporter: 2, importer: 0, value: 5, quantity: 1)
    #expect(intervals(flows).map(\.score) == [.importConcentration, .topShare])
  }

  @Test("say why their data are thin")
  func thinData() {
    var flows = Flows(countryCount: 3, productCount: 1)
    flows.append(product: 0, exporter: 1, importer: 0, value: 60)
    flows.append(product: 0, exporter: 2, importer: 0, value: 30, quantity: 1)
    let reasons = intervals(flows).first?.thin
    #expect(reasons == [.few(2), .little(90), .unmeasured(60.0 / 90)])
  }
}
