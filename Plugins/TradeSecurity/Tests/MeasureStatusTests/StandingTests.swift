import MeasureStatus
import TestSupport
import Testing
import Vocabulary

@Suite("Where a measure stands on a day")
struct StandingTests {
  static func day(_ text: String) throws -> Day { try Day(text) }

  static func batteries(acts: [MeasureAct] = []) throws -> Measure {
    let pause = MeasureAct(
      .suspended, from: try Day("2025-11-07"), until: try Day("2026-11-10"),
      learned: try Day("2025-11-07"), citation: "MOFCOM and GAC Announcement No. 70 of 2025")
    return Measure(
      identifier: "cn-2025-58", kind: .exportControl,
      validity: Validity(from: try Day("2025-11-08")), learned: try Day("2025-10-09"),
      acts: [pause] + acts, citation: "MOFCOM and GAC Announcement No. 58 of 2025")
  }

  static func status(_ measure: Measure, _ day: String, knownAt: String? = nil) throws
    -> MeasureStanding.Status?
  {
    try measure.standing(on: Day(day), knownAt: knownAt.map { try Day($0) })?.status
  }

  @Test(
    "China's announcements stand as labelled on every date",
    .enabled(if: SharedCases.isPresent, "needs ../shared/cases/trade"))
  func labelledCases() throws {
    let rows = try SharedCases.rows()
    #expect(rows.count == 33)
    for row in rows {
      let measure = try #require(try SharedCases.measure(row.announcement, limb: row.limb))
      let standing = try #require(measure.standing(on: row.day))
      let place = "\(row.announcement) \(row.limb) \(row.day)"
      #expect(standing.isOperativeByText == row.isOperative, "\(place)")
      #expect(standing.isSuspended == row.isSuspended, "\(place)")
      #expect(standing.isNotYetEffective == row.isNotYetEffective, "\(place)")
    }
  }

  @Test("a measure that has not begun is not yet in force, even within a suspension")
  func startBeforeSuspension() throws {
    #expect(try Self.status(Self.batteries(), "2025-11-07") == .notYetInForce)
    #expect(try Self.status(Self.batteries(), "2025-11-08") == .suspended)
  }

  @Test("after a suspension's end it revives by its text, and nobody confirmed it")
  func unverifiedRevival() throws {
    let standing = try #require(try Self.batteries().standing(on: Self.day("2026-11-10")))
    #expect(standing.status == .expiredUnverified)
    #expect(standing.isOperativeByText)
    #expect(standing.reasons.last?.citation == "MOFCOM and GAC Announcement No. 70 of 2025")
    #expect(standing.nextChange == nil)
  }

  @Test("an end that the text includes lasts one day longer")
  func includedEnd() throws {
    let measure = Measure(
      identifier: "us-122", kind: .tariff,
      validity: Validity(
        from: try Day("2026-02-24"), until: try Day("2026-07-23"), includesEnd: true),
      learned: try Day("2026-02-24"), citation: "Section 122, Trade Act of 1974")
    #expect(try Self.status(measure, "2026-07-23") == .inForce)
    let after = try #require(try measure.standing(on: Self.day("2026-07-24")))
    #expect(after.status == .expiredUnverified)
    #expect(!after.isOperativeByText)
  }

  @Test("a recorded fact settles what followed: in force again, or extended, or over")
  func confirmations() throws {
    let learned = try Day("2026-11-12")
    let end = try Day("2026-11-10")
    let revived = MeasureAct(.confirmedInForce, from: end, learned: learned, citation: "a check")
    let over = MeasureAct(.confirmedExpired, from: end, learned: learned, citation: "a check")
    let longer = MeasureAct(
      .suspended, from: end, until: try Day("2027-11-10"), learned: learned, citation: "a notice")
    #expect(try Self.status(Self.batteries(acts: [revived]), "2026-11-20") == .inForce)
    #expect(try Self.status(Self.batteries(acts: [over]), "2026-11-20") == .expired)
    #expect(try Self.status(Self.batteries(acts: [longer]), "2026-11-20") == .suspended)
    #expect(try Self.status(Self.batteries(acts: [longer]), "2027-11-10") == .expiredUnverified)
  }

  @Test("a confirmation after a measure's own end carries it to the end that it names")
  func extendedEnd() throws {
    let end = try Day("2026-11-10")
    let extended = MeasureAct(
      .confirmedInForce, from: end, until: try Day("2027-11-10"), learned: end, citation: "a notice"
    )
    let measure = { (acts: [MeasureAct]) in
      Measure(
        identifier: "exclusion", kind: .tariff,
        validity: Validity(from: try Day("2025-11-30"), until: end), learned: end, acts: acts,
        citation: "a notice")
    }
    #expect(try Self.status(measure([]), "2026-11-10") == .expiredUnverified)
    #expect(try Self.status(measure([extended]), "2026-11-10") == .inForce)
    #expect(try Self.status(measure([extended]), "2027-11-10") == .expiredUnverified)
  }

  @Test("facts learned later are invisible, and so is a measure not yet announced")
  func knownAt() throws {
    let measure = try Self.batteries()
    #expect(try Self.status(measure, "2025-12-01", knownAt: "2025-10-08") == nil)
    #expect(try Self.status(measure, "2025-12-01", knownAt: "2025-11-06") == .inForce)
    #expect(try Self.status(measure, "2025-12-01", knownAt: "2025-11-07") == .suspended)
  }

  @Test("a tariff struck down may be collected for some days more")
  func struckDown() throws {
    let ruling = MeasureAct(
      .struckDown, from: try Day("2026-02-20"), until: try Day("2026-02-23"), includesEnd: true,
      learned: try Day("2026-02-20"), citation: "a judgment")
    let measure = Measure(
      identifier: "us-ieepa", kind: .tariff, validity: Validity(from: try Day("2025-04-05")),
      learned: try Day("2025-04-02"), acts: [ruling], citation: "an executive order")
    let during = try #require(measure.standing(on: try Day("2026-02-23")))
    #expect(during.status == .struckDown)
    #expect(during.isOperativeByText)
    #expect(during.nextChange == (try Day("2026-02-24")))
    #expect(try measure.standing(on: Self.day("2026-02-24"))?.isOperativeByText == false)
  }

  @Test("a draft stays a draft until its adoption is recorded")
  func drafts() throws {
    let draft = MeasureAct(
      .proposed, from: try Day("2026-01-01"), learned: try Day("2026-01-01"), citation: "a draft")
    let adopted = MeasureAct(
      .confirmedInForce, from: try Day("2026-03-01"), learned: try Day("2026-03-01"),
      citation: "a gazette")
    let plan = Validity(from: try Day("2026-02-01"))
    let measure = Measure(
      identifier: "draft", kind: .exportControl, validity: plan, learned: try Day("2026-01-01"),
      acts: [adopted, draft], citation: "a draft")
    #expect(try Self.status(measure, "2026-02-15") == .proposed)
    #expect(try Self.status(measure, "2026-03-01") == .inForce)
    #expect(try Self.status(measure, "2026-04-01", knownAt: "2026-02-15") == .proposed)
  }

  @Test("its first and next day of change are those that a day-by-day search sees")
  func nextChange() throws {
    var generator = SeededGenerator(seed: 58)
    let origin = try Day("2025-01-01")
    for _ in 0..<300 {
      let acts = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        let from = origin.adding(days: Int.random(in: 0...40, using: &generator))
        let length = Int.random(in: 0...12, using: &generator)
        return MeasureAct(
          MeasureAct.Kind.allCases.randomElement(using: &generator) ?? .suspended, from: from,
          until: length == 0 ? nil : from.adding(days: length), learned: from, citation: "an act")
      }
      let measure = Measure(
        identifier: "random", kind: .tariff,
        validity: Validity(
          from: origin.adding(days: Int.random(in: 0...20, using: &generator)),
          until: Bool.random(using: &generator) ? origin.adding(days: 30) : nil),
        learned: origin, acts: acts, citation: "a text")
      let days = (-1...60).map { origin.adding(days: $0) }
      let standings = days.compactMap { measure.standing(on: $0) }
      for (index, standing) in standings.enumerated() {
        let found = standings.indices.first { later in
          later > index
            && (standings[later].status, standings[later].isOperativeByText)
              != (standing.status, standing.isOperativeByText)
        }
        #expect(standing.nextChange == found.map { days[$0] })
        let last = standings.indices.last { earlier in
          earlier < index
            && (standings[earlier].status, standings[earlier].isOperativeByText)
              != (standing.status, standing.isOperativeByText)
        }
        // The days before the first one searched are all alike.
        #expect(standing.since == last.map { days[$0 + 1] })
      }
    }
  }
}
