import EarlyWarning
import Tabular
import TestSupport
import Testing
import Vocabulary

/// The rules of the published comparison, by the names that it gives them.
private let published = [
  "z1m>1.5": "monthly-score-1.5", "z1m>2": "monthly-score-2", "z1m>3": "monthly-score-3",
  "z3m>2": "quarterly-score-2", "yoy>20%": "year-on-year-20", "yoy>30%": "year-on-year-30",
  "yoy>50%": "year-on-year-50", "ewma_vol>1.5x5y": "volatility-1.5",
  "cusum(k=.5,h=4)": "cumulative-sum",
]

@Suite("The rules on the World Bank's prices", .enabled(if: SharedPrices.isHere, "no shared data"))
struct PriceBaselineTests {
  @Test("give every figure of the published comparison of 1990 to 2022")
  func baselines() throws {
    let panel = try SharedPrices.panel.get()
    let window = years(1990, 2022)
    let series = panel.series(covering: window, share: 0.95)
    #expect(series.count == 62)
    // The outcome of December 2022 needs June 2023, which the file does not have.
    let judged = window.lowerBound...panel.last.advanced(by: -RiseEvent.horizon)
    let outcomes = Outcomes(panel)
    var reader = CSVReader(source: SharedData.chunks(SharedPrices.baselines))
    var record = CSVRecord()
    _ = try reader.next(into: &record)
    var compared = 0
    while try reader.next(into: &record) {
      let name = try #require(published[record.text(0) ?? ""])
      let rule = try #require(AlertRule.all.first { $0.name == name })
      let skill = OnsetSkill(
        Scores(rule.measure, panel), threshold: rule.threshold, panel, outcomes, series: series,
        window: judged)
      #expect(skill.alerts == record.integer(1), "\(name)")
      #expect(isRounded(skill.alertsPerHundredMonths, to: record.number(2), 0.01), "\(name)")
      #expect(isRounded(skill.precision, to: record.number(3), 0.001), "\(name)")
      #expect(isRounded(skill.recall, to: record.number(4), 0.001), "\(name)")
      #expect(skill.onsets == 447)
      #expect(isRounded(skill.baseRate, to: 0.117, 0.001))
      compared += 1
    }
    #expect(compared == 9)
  }

  private func isRounded(_ value: Double?, to written: Double?, _ unit: Double) -> Bool {
    guard let value, let written else { return false }
    return abs(value - written) <= unit / 2 * 1.0001
  }
}
