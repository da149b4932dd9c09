import Dependence
import Glibc
import TestSupport
import Testing

@Suite("Mirror gaps")
struct MirrorGapTests {
  @Test("compare the importer's report, brought to the exporter's border, with the exporter's")
  func worked() throws {
    let gap = try #require(MirrorGap(exported: 100, imported: 132, margin: 0.1))
    #expect(abs(gap.imported - 120) < 1e-12)
    #expect(abs(gap.difference - 20) < 1e-12)
    #expect(abs((gap.relative ?? 0) - 20 / 110) < 1e-12)
    #expect(abs((gap.logRatio ?? 0) - log(1.2)) < 1e-12)
  }

  @Test("are symmetric: with the reports swapped only the sign turns, whatever the size")
  func symmetric() throws {
    var random = SeededGenerator(seed: 51)
    for _ in 0..<200 {
      let first = Double.random(in: 0.001...1e6, using: &random)
      let second = Double.random(in: 0.001...1e6, using: &random)
      let gap = try #require(MirrorGap(exported: first, imported: second, margin: 0))
      let swapped = try #require(MirrorGap(exported: second, imported: first, margin: 0))
      #expect(gap.difference == -swapped.difference)
      #expect(gap.relative == (swapped.relative.map { -$0 }))
      #expect(abs((gap.logRatio ?? 0) + (swapped.logRatio ?? 0)) < 1e-12)
      #expect(abs(gap.relative ?? 3) <= 2)
      // tanh of half the logarithm is the relative gap's half: the same measure in other words.
      #expect(abs((gap.relative ?? 0) / 2 - tanh((gap.logRatio ?? 0) / 2)) < 1e-9)
    }
  }

  @Test("need both reports: what nobody reports is no report of zero")
  func missing() {
    #expect(MirrorGap(exported: nil, imported: 5, margin: 0.06) == nil)
    #expect(MirrorGap(exported: 5, imported: nil, margin: 0.06) == nil)
    let zero = MirrorGap(exported: 5, imported: 0, margin: 0.06)
    #expect(zero?.relative == -2)
    #expect(zero != nil && zero?.logRatio == nil)
    #expect(MirrorGap(exported: 0, imported: 0, margin: 0.06)?.relative == nil)
  }

  @Test("together have the bias and the spread with which they were made")
  func summary() throws {
    var random = SeededGenerator(seed: 52)
    let gaps = (0..<4001).compactMap { _ in
      let truth = Double.random(in: 1...1000, using: &random)
      // The sum of twelve even numbers is near the normal distribution.
      let noise = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
      return MirrorGap(exported: truth, imported: truth * exp(0.2 + 0.3 * noise), margin: 0)
    }
    let summary = try #require(MirrorSummary(gaps))
    #expect(summary.count == 4001)
    #expect(abs(summary.bias - 0.2) < 0.02)
    #expect(abs(summary.spread - 0.3) < 0.02)
    #expect(MirrorSummary([]) == nil)
  }
}
