import TechnologyDuty
import Testing
import Vocabulary

@Suite("The versions of the Act")
struct ActVersionTests {
  @Test("follow each other without a gap, the last one open")
  func continuity() {
    let versions = ActVersion.recorded
    for (version, next) in zip(versions, versions.dropFirst()) {
      #expect(version.validity.from != nil)
      #expect(version.validity.end == next.validity.from)
    }
    #expect(versions.last?.validity.end == nil)
  }

  @Test(
    "a foreign merger: nothing before 2012, notification of funded ones, approval since 2020",
    arguments: [
      ("2007-04-28", "none", "none"), ("2012-01-25", "none", "none"),
      ("2012-01-26", "notification", "none"), ("2015-01-28", "notification", "none"),
      ("2020-02-20", "notification", "none"), ("2020-02-21", "approval", "notification"),
      ("2025-07-21", "approval", "notification"), ("2025-07-22", "approval", "notification"),
      ("2026-06-03", "approval", "notification"),
    ])
  func foreignMergers(day: String, funded: String, notFunded: String) throws {
    let yes = try DutyRuleTests.finding(funded: .yes, act: .foreignMerger, on: day)
    let no = try DutyRuleTests.finding(funded: .no, act: .foreignMerger, on: day)
    #expect(yes.duty.name == funded)
    #expect(no.duty.name == notFunded)
  }

  @Test("an export: approval or notification since the first day of the Act, nothing before it")
  func exports() throws {
    for day in ["2007-04-28", "2012-01-26", "2020-02-21", "2025-07-22", "2026-11-23"] {
      #expect(try DutyRuleTests.finding(on: day).duty == .approval)
      #expect(try DutyRuleTests.finding(funded: .no, on: day).duty == .notification)
    }
    let before = try DutyRuleTests.finding(on: "2007-04-27")
    #expect(before.duty == .none)
    #expect(before.version == nil)
    #expect(before.steps.first?.finding.english.contains("not yet in force") == true)
  }

  @Test("only since 2025-07-22 may the minister waive the procedure of an export")
  func waiver() throws {
    func cites(_ day: String, _ act: TransferAct) throws -> Bool {
      try DutyRuleTests.finding(act: act, on: day).steps
        .contains { $0.citation.hasSuffix("Article 11 (11)") }
    }
    #expect(try !cites("2025-07-21", .export))
    #expect(try cites("2025-07-22", .export))
    #expect(try !cites("2025-07-22", .foreignMerger))
  }

  @Test("where the state's money did not matter yet, not knowing of it leaves nothing open")
  func irrelevantFacts() throws {
    let early = try DutyRuleTests.finding(
      core: .unknown(), funded: .unknown(), bound: .unknown(), act: .foreignMerger,
      on: "2011-01-01")
    #expect(early.duty == .none)
    let later = try DutyRuleTests.finding(
      core: .unknown(), funded: .no, act: .foreignMerger, on: "2015-06-01")
    #expect(later.duty == .none)
    let open = try DutyRuleTests.finding(
      core: .yes, funded: .unknown(), act: .foreignMerger, on: "2015-06-01")
    #expect(open.possible == [.notification, .none])
    #expect(open.duty.missing.count == 1)
  }
}
