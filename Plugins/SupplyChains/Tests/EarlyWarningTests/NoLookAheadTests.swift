import EarlyWarning
import Testing
import Vocabulary

@Suite("No rule looks ahead")
struct NoLookAheadTests {
  @Test("a month is judged the same with and without the months after it")
  func truncated() throws {
    let random = RandomPanel(series: 7, months: 420, seed: 5)
    let whole = random.panel
    let rule = try FittedRule(whole, training: whole.first...whole.first.advanced(by: 383))
    let probabilities = rule.probabilities(whole)
    let measured = Measure.allCases.map { Scores($0, whole) }
    for count in [40, 121, 200, 333, 419] {
      let cut = whole.truncated(after: whole.first.advanced(by: count - 1))
      #expect(cut.monthCount == count)
      let scores = Measure.allCases.map { Scores($0, cut) } + [rule.probabilities(cut)]
      for (before, after) in zip(measured + [probabilities], scores) {
        for series in 0..<whole.seriesCount {
          let start = series * whole.monthCount
          #expect(
            isSame(
              before.values[start..<start + count],
              after.values[series * count..<(series + 1) * count]),
            "series \(series), \(count) months")
        }
      }
    }
  }

  @Test("a fit depends on nothing after its training window, neither prices nor outcomes")
  func fit() throws {
    let random = RandomPanel(series: 7, months: 460, seed: 6)
    let training = random.first...random.first.advanced(by: 395)
    let other = random.columns.map { column in
      column.indices.map { $0 < 396 ? column[$0] : column[$0] * Double(1 + $0 % 7) }
    }
    let rule = try FittedRule(random.panel, training: training)
    #expect(try rule == FittedRule(random.panel(other), training: training))
    #expect(
      try rule == FittedRule(random.panel.truncated(after: training.upperBound), training: training)
    )
    let shorter = random.first...random.first.advanced(by: 383)
    #expect(try rule != FittedRule(random.panel, training: shorter))
  }

  @Test("a training window that is too short, or that no event falls in, cannot be fitted")
  func missing() {
    let random = RandomPanel(series: 3, months: 400, seed: 8)
    #expect(throws: FittedRule.Missing.years(29)) {
      try FittedRule(random.panel, training: random.first...random.first.advanced(by: 358))
    }
    let calm = random.panel(
      (0..<3).map { series in (0..<400).map { 100 + Double(($0 * 7 + series) % 5) } })
    #expect(throws: FittedRule.Missing.self) {
      try FittedRule(calm, training: random.first...random.first.advanced(by: 399))
    }
  }
}
