import TestSupport
import Testing
import Vocabulary

@testable import EarlyWarning

@Suite("What a rule was worth")
struct RuleSkillTests {
  private let random = RandomPanel(series: 6, months: 200, seed: 21)

  /// Whether the event lies ahead, by looking at the six months themselves.
  private func isAhead(_ column: [Double], _ month: Int) -> Bool? {
    guard !column[month].isNaN else { return nil }
    let next = (1...6).map { month + $0 < column.count ? column[month + $0] : .nan }
    if next.contains(where: { $0 / column[month] > 1.4 }) { return true }
    return next.contains(where: \.isNaN) ? nil : false
  }

  @Test("an outcome is known when a month rises so far, or when all six are known and none does")
  func outcomes() {
    let outcomes = Outcomes(random.panel)
    var kinds: Set<Bool?> = []
    for (series, column) in random.columns.enumerated() {
      for month in column.indices {
        let expected = isAhead(column, month)
        kinds.insert(expected)
        #expect(outcomes.isAhead[series * column.count + month] == expected)
      }
    }
    #expect(kinds == [true, false, nil])
  }

  @Test("precision, recall, base rate and lead equal a count by hand", arguments: [0, 0.5, 1])
  func counts(threshold: Double) throws {
    let panel = random.panel
    let scores = Scores(.monthlyScore, panel)
    let months = 60...180
    let window = panel.first.advanced(by: 60)...panel.first.advanced(by: 180)
    let chosen = [0, 2, 3, 4, 5]
    let skill = RuleSkill(
      scores, threshold: threshold, panel, Outcomes(panel), series: chosen, window: window)
    var cells: [(alert: Bool, ahead: Bool)] = []
    var leads: [Int] = []
    var events = 0
    for series in chosen {
      let column = random.columns[series]
      func alerts(_ month: Int) -> Bool { scores.values[series * column.count + month] > threshold }
      for month in months {
        guard let ahead = isAhead(column, month) else { continue }
        cells.append((alerts(month), ahead))
        guard ahead, month == 60 || isAhead(column, month - 1) != true else { continue }
        events += 1
        let run = (month...180).prefix { isAhead(column, $0) == true }
        if let first = run.first(where: alerts) {
          leads.append(
            try #require((1...6).first { column[first + $0] / column[first] > 1.4 }))
        }
      }
    }
    #expect(skill.months == cells.count)
    #expect(skill.eventMonths == cells.count { $0.ahead })
    #expect(skill.alerts == cells.count { $0.alert })
    #expect(skill.rightAlerts == cells.count { $0.alert && $0.ahead })
    #expect(skill.events == events)
    #expect(skill.warnedEvents == leads.count)
    #expect(!leads.isEmpty && skill.alerts > 10)
    let sorted = leads.sorted()
    let half = sorted.count / 2
    #expect(
      skill.lead
        == (sorted.count % 2 == 1
          ? Double(sorted[half]) : Double(sorted[half - 1] + sorted[half]) / 2))
    #expect(skill.lift == (skill.precision ?? 0) / (skill.baseRate ?? 1))
    #expect(skill.alertsPerYear == Double(skill.alerts) * 12 / 121)
  }

  @Test("alerts drawn by lot have no skill, and a rule that knows the outcome has")
  func verdicts() {
    let panel = random.panel
    let outcomes = Outcomes(panel)
    let window = panel.first...panel.last
    let all = Array(0..<panel.seriesCount)
    var generator = SeededGenerator(seed: 2)
    let lot = Scores(
      values: outcomes.isAhead.map { _ in Double.random(in: 0..<1, using: &generator) })
    let knowing = Scores(values: outcomes.isAhead.map { $0 == true ? 1 : 0 })
    let silent = Scores(values: outcomes.isAhead.map { _ in .nan })
    func skill(_ scores: Scores) -> RuleSkill {
      RuleSkill(scores, threshold: 0.7, panel, outcomes, series: all, window: window)
    }
    #expect(skill(lot).verdict == .noSkill)
    #expect(skill(knowing).verdict == .skill)
    #expect(skill(knowing).recall == 1 && skill(knowing).precision == 1)
    #expect(skill(silent).verdict == .cannotTell)
    #expect(skill(silent).untold == skill(silent).months)
    #expect(skill(silent).liftAtRecall30 == nil)
    #expect(isNear(skill(knowing).liftAtRecall30 ?? 0, 1 / (skill(knowing).baseRate ?? 1)))
  }

  @Test("the point of a recall is the highest threshold that reaches it, equal scores together")
  func recallPoint() {
    let judged = [
      (5.0, true), (4, false), (4, true), (3, true), (2, false), (-Double.infinity, true),
    ]
    .map { (score: $0.0, isAhead: $0.1) }
    #expect(RecallPoint(0.25, of: judged)?.threshold == 5)
    #expect(RecallPoint(0.3, of: judged)?.alerts == 3)
    #expect(RecallPoint(0.3, of: judged)?.precision == 2.0 / 3)
    #expect(RecallPoint(0.75, of: judged)?.threshold == 3)
    #expect(RecallPoint(0.8, of: judged) == nil, "what cannot be told never alerts")
  }

  @Test("Wilson's interval is that of his formula")
  func wilson() throws {
    // Newcombe (1998, Statistics in Medicine 17, table I): 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for (hits, cases, lower, upper) in [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ] {
      let interval = try #require(WilsonInterval(hits, of: cases))
      #expect(abs(interval.lower - lower) < 5e-5)
      #expect(abs(interval.upper - upper) < 5e-5)
    }
    #expect(WilsonInterval(0, of: 0) == nil)
  }
}
