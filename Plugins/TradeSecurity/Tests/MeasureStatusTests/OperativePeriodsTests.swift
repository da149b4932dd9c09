import MeasureStatus
import TestSupport
import Testing
import Vocabulary

@Suite("The times for which a measure applies")
struct OperativePeriodsTests {
  @Test(
    "hold exactly the days on which its standing says so, on random histories", arguments: 0..<300)
  func random(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let origin = try Day("2025-01-01")
    func day() -> Day { origin.adding(days: Int.random(in: 0...40, using: &random)) }
    let from = day()
    let until = Bool.random(using: &random) ? from.adding(days: 15) : nil
    let acts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let from = day()
      return MeasureAct(
        MeasureAct.Kind.allCases.randomElement(using: &random) ?? .suspended, from: from,
        until: Bool.random(using: &random) ? from.adding(days: 6) : nil,
        includesEnd: Bool.random(using: &random), learned: day(), citation: "")
    }
    let measure = Measure(
      identifier: "m", kind: .exportControl,
      validity: Validity(
        from: Bool.random(using: &random) ? from : nil, until: until,
        includesEnd: Bool.random(using: &random)),
      learned: origin, acts: acts, citation: "")
    let knownAt = Bool.random(using: &random) ? day() : nil
    let periods = measure.operativePeriods(knownAt: knownAt)
    for offset in -5...70 {
      let day = origin.adding(days: offset)
      let applies = measure.standing(on: day, knownAt: knownAt)?.isOperativeByText ?? false
      #expect(periods.contains { $0.contains(day) } == applies)
    }
    for (first, second) in zip(periods, periods.dropFirst()) {
      #expect(try #require(first.end) < #require(second.from))
    }
  }

  @Test("are none before it could be known")
  func notKnown() throws {
    let measure = try StandingTests.batteries()
    #expect(measure.operativePeriods(knownAt: try Day("2025-10-08")).isEmpty)
    #expect(
      measure.operativePeriods() == [Validity(from: try Day("2026-11-10"))])
  }
}
