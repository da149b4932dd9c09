import FlowColumns
import TestSupport
import Testing

@testable import Reference

@Suite("Totals of UN Comtrade")
struct ComtradeTotalsTests {
  /// A flow whose parts are known: for each second partner, procedure and mode a value in dollars.
  private struct KnownFlow {
    let key: ComtradeRow.Key
    var parts: [ComtradeRow.Breakdown: Double] = [:]

    init(_ key: ComtradeRow.Key, random: inout SeededGenerator) {
      self.key = key
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let part = ComtradeRow.Breakdown(
          secondPartner: [344, 702].randomElement(using: &random) ?? 0,
          customs: [1, 3, 9].randomElement(using: &random) ?? 0,
          transport: [1000, 2100, 3200, 9000].randomElement(using: &random) ?? 0)
        parts[part] = Double(Int.random(in: 1...1_000_000, using: &random))
      }
    }

    var total: Double { parts.values.reduce(0, +) }

    /// The flow as a file may show it: summed over whatever a kind of breakdown leaves out.
    func view(_ dimensions: Int) -> [ComtradeRow.Breakdown: Double] {
      var sums: [ComtradeRow.Breakdown: Double] = [:]
      for (part, value) in parts {
        let shown = ComtradeRow.Breakdown(
          secondPartner: dimensions & 1 == 0 ? 0 : part.secondPartner,
          customs: dimensions & 2 == 0 ? 0 : part.customs,
          transport: dimensions & 4 == 0 ? 0 : part.transport)
        sums[shown, default: 0] += value
      }
      return sums
    }
  }

  private func key(product: Int, partner: Int) -> ComtradeRow.Key {
    ComtradeRow.Key(
      edition: 6, period: Period(year: 2023, month: 5), product: product, reporter: 410,
      direction: 2, partner: partner)
  }

  private func row(
    _ key: ComtradeRow.Key, _ breakdown: ComtradeRow.Breakdown, _ value: Double, line: UInt32
  ) -> ComtradeRow {
    ComtradeRow(
      key: key, breakdown: breakdown, value: value, netWeight: value * 2,
      isWeightEstimated: false, line: line)
  }

  @Test("whichever totals and breakdowns a file has of a flow, in whatever order, it counts once")
  func once() {
    var random = SeededGenerator(seed: 21)
    var summed = 0
    for _ in 0..<400 {
      var rows: [ComtradeRow] = []
      var known: [ComtradeRow.Key: Double] = [:]
      for partner in Set((0..<6).map { _ in Int.random(in: 0...999, using: &random) }) {
        let flow = KnownFlow(key(product: 280_530, partner: partner), random: &random)
        let views = (0..<8).shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random))
        if !views.contains(0) { summed += 1 }
        known[flow.key] = flow.total
        for view in views {
          rows += flow.view(view).map { row(flow.key, $0.key, $0.value, line: 0) }
        }
      }
      rows.shuffle(using: &random)
      let totals = ComtradeTotals(rows)
      #expect(totals.flows.map(\.key) == known.keys.sorted())
      for flow in totals.flows {
        #expect(flow.value == known[flow.key])
        #expect(flow.netWeight == 2 * flow.value)
      }
      #expect(totals.duplicates.isEmpty && totals.ambiguous.isEmpty)
    }
    #expect(summed > 200, "many flows have no row for their total")
  }

  @Test("the key of a flow gives back what it was made of, and sorts by it")
  func keys() {
    var random = SeededGenerator(seed: 22)
    var keys: [(parts: [Int], key: ComtradeRow.Key)] = []
    for _ in 0..<2000 {
      let month = Int.random(in: 0...12, using: &random)
      let year = Int.random(in: 1962...2100, using: &random)
      let period = month == 0 ? Period(year: year) : Period(year: year, month: month)
      let parts = [
        Int.random(in: 0...6, using: &random), Int(period.code),
        Int.random(in: 1...999_999, using: &random), Int.random(in: 0...999, using: &random),
        Int.random(in: 0...3, using: &random), Int.random(in: 0...999, using: &random),
      ]
      let key = ComtradeRow.Key(
        edition: parts[0], period: period, product: parts[2], reporter: parts[3],
        direction: parts[4], partner: parts[5])
      #expect(
        parts == [
          key.edition, Int(key.period), key.product, key.reporter, key.direction, key.partner,
        ])
      keys.append((parts, key))
    }
    let byKey = keys.sorted { $0.key < $1.key }.map(\.parts)
    #expect(byKey == keys.map(\.parts).sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("a weight of which a part is not known is not known; every row that stands twice is found")
  func partsAndDuplicates() {
    let key = key(product: 280_530, partner: 156)
    let sea = ComtradeRow.Breakdown(secondPartner: 0, customs: 0, transport: 2100)
    let air = ComtradeRow.Breakdown(secondPartner: 0, customs: 0, transport: 1000)
    let unknown = ComtradeRow(
      key: key, breakdown: air, value: 5, netWeight: .nan, isWeightEstimated: false, line: 3)
    let totals = ComtradeTotals([row(key, sea, 7, line: 2), unknown])
    #expect(totals.flows.map(\.value) == [12])
    #expect(totals.flows[0].netWeight.isNaN)
    #expect(totals.summed == 1)
    let twice = ComtradeTotals([
      row(key, sea, 7, line: 9), row(key, .none, 7, line: 4), row(key, sea, 8, line: 6),
      row(key, .none, 7, line: 5), row(key, sea, 7, line: 7),
    ])
    #expect(
      twice.duplicates == [
        .init(line: 5, firstLine: 4, key: key), .init(line: 7, firstLine: 6, key: key),
        .init(line: 9, firstLine: 6, key: key),
      ])
  }
}
