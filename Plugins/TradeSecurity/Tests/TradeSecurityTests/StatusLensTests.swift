import Kernel
import TestSupport
import Testing
import Vocabulary

@Suite("The lens on the status of an event's measures")
struct StatusLensTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
    try trade.importMeasures()
  }

  private func findings(
    _ indicator: String, _ event: String, asOf: String = "2026-11-24", knownAt: String? = nil
  ) throws -> [Finding] {
    try trade.read("trade-status", TradeTower.event(event), asOf: asOf, knownAt: knownAt)
      .filter { $0.indicator == indicator }
  }

  @Test("says that a control applies, with the steps cited, the source and both languages")
  func inForce() throws {
    let status = try #require(try findings("measure_status", "rare-earths-2025-04").first)
    #expect(status.subject == Subject(kind: "measure", identifier: "cn-2025-18"))
    #expect(status.value == 1)
    #expect(status.status == .known)
    #expect(status.statement.english.hasSuffix("is in force on 2026-11-24"))
    #expect(status.statement.korean?.contains("시행 중이다") == true)
    #expect(status.evidence.contains { $0.english.contains("Announcement No. 18 of 2025") })
    #expect(status.sources.count == 1)
    #expect(status.marking == .clear)
  }

  @Test("follows the day that is asked about, and what could be known then")
  func days() throws {
    func status(_ asOf: String, knownAt: String? = nil) throws -> Finding? {
      try findings("measure_status", "rare-earths-2025-04", asOf: asOf, knownAt: knownAt).first
    }
    #expect(try status("2025-04-03")?.value == 0)
    #expect(try status("2025-04-04")?.value == 1)
    let unknown = try #require(try status("2025-04-04", knownAt: "2025-04-01"))
    #expect(unknown.value == nil)
    #expect(!unknown.missing.isEmpty)
  }

  @Test("a measure that the register does not hold is insufficient, with the nearest names")
  func misspelt() throws {
    let event = try Event.load(
      path: trade.folder.write(
        "event.yaml",
        """
        event: {id: e, title: T, kind: export_control, reality: real, starts: 2025-04-04,
                author: CHN, home: KOR, measures: [cn-2025-81]}
        """))
    let found = try trade.read("trade-status", event)
    let status = try #require(found.first)
    #expect(found.count == 1)
    #expect(status.value == nil)
    #expect(status.missing.first?.english.contains("cn-2025-18") == true)
    let empty = try TradeTower().read("trade-status", event)
    #expect(empty.first?.missing.first?.english.contains("tower import measures") == true)
  }

  @Test("other measures of the author on the event's products give their dates as well")
  func relatedDeadlines() throws {
    let before = try findings("measure_deadline", "rare-earths-2025-04", asOf: "2026-11-01")
    let five = try #require(before.first { $0.subject.identifier == "cn-2025-57" })
    #expect(five.due == (try Day("2026-11-10")))
    #expect(five.status == .known)
    #expect(five.statement.english.contains("unless the suspension is extended"))
    let after = try findings("measure_deadline", "rare-earths-2025-04", asOf: "2026-11-24")
    let passed = try #require(after.first { $0.subject.identifier == "cn-2025-57" })
    #expect(passed.due == (try Day("2026-11-10")))
    #expect(passed.status != .known)
    #expect(passed.missing.first?.english.contains("what followed") == true)
    #expect(!after.contains { $0.subject.identifier == "cn-2025-58" })
  }

  @Test("every date lies within the horizon or has passed, and they come in order")
  func horizon() throws {
    for name in ["rare-earths-2025-04", "gallium-germanium-2023-07", "antimony-full-stop"] {
      for asOf in ["2023-07-10", "2025-01-01", "2025-10-20", "2026-11-10", "2026-11-24"] {
        let found = try findings("measure_deadline", name, asOf: asOf)
        let due = found.compactMap(\.due)
        let end = try Day(asOf).adding(days: try TradeTower.event(name).horizonDays)
        #expect(due == due.sorted())
        #expect(due.count == found.count)
        #expect(due.allSatisfy { $0 <= end })
        for finding in found where finding.status == .known {
          #expect(try finding.due ?? end >= Day(asOf))
        }
      }
    }
  }

  @Test("a change that falls on the day itself is told once")
  func sameDay() throws {
    let found = try findings("measure_deadline", "rare-earths-2025-04", asOf: "2026-11-10")
    #expect(found.filter { $0.subject.identifier == "cn-2025-57" }.count == 1)
    let start = try findings("measure_deadline", "gallium-germanium-2023-07", asOf: "2023-08-01")
    #expect(start.contains { $0.due == (try? Day("2023-08-01")) && $0.status == .known })
  }

  @Test("a tariff tells its rate for the goods of the home country while it applies")
  func rates() throws {
    let rates = try findings("tariff_rate", "us-minimum-total-2026-07")
    #expect(rates.map(\.subject.identifier) == ["us-301-fl-korea"])
    #expect(rates.first?.value == 12.5)
    #expect(rates.first?.unit == "%")
    #expect(rates.first?.object == Subject(kind: "country", identifier: "KOR"))
    let earlier = try findings("tariff_rate", "us-minimum-total-2026-07", asOf: "2026-07-22")
    #expect(earlier.first { $0.subject.identifier == "us-section-122" }?.value == 10)
    let coming = try #require(earlier.first { $0.subject.identifier == "us-301-fl-korea" })
    #expect(coming.asOf == (try Day("2026-07-24")))
  }

  @Test("the rate of a tariff whose end passed without a record cannot be told")
  func unverifiedRate() throws {
    let rate = try #require(
      try findings(
        "tariff_rate", "us-minimum-total-2026-07", asOf: "2026-07-25", knownAt: "2026-07-25"
      ).first { $0.subject.identifier == "us-section-122" })
    #expect(rate.value == nil)
    #expect(rate.status != .known)
    #expect(!rate.statement.english.contains("adds"))
  }
}
