import TechnologyDuty
import Testing
import Vocabulary

@Suite("The duty under the Industrial Technology Protection Act")
struct DutyRuleTests {
  static func finding(
    core: Fact = .yes, funded: Fact = .yes, bound: Fact = .yes,
    act: TransferAct = .export, on day: String = "2026-11-23"
  ) throws -> DutyFinding {
    DutyRule.duty(
      TransferFacts(
        isNationalCore: core, isStateFunded: funded, holderIsBound: bound, act: act),
      on: try Day(day))
  }

  @Test("a state-funded national core technology needs approval", arguments: TransferAct.allCases)
  func approval(act: TransferAct) throws {
    #expect(try Self.finding(act: act).duty == .approval)
  }

  @Test("one developed without state money needs notification", arguments: TransferAct.allCases)
  func notification(act: TransferAct) throws {
    #expect(try Self.finding(funded: .no, act: act).duty == .notification)
  }

  @Test("without knowing who paid, it is approval or notification, and the fact is named")
  func unknownFunding() throws {
    let finding = try Self.finding(funded: .unknown())
    #expect(
      finding.duty.missing.map(\.english)
        == ["whether the state paid for its research and development"])
    #expect(finding.duty.missing.allSatisfy { $0.korean != nil })
    #expect(finding.possible == [.approval, .notification])
  }

  @Test("a technology that is not national core is free under this article, whoever paid")
  func notCore() throws {
    let finding = try Self.finding(core: .no, funded: .unknown())
    #expect(finding.duty == .none)
    #expect(finding.steps.count == 4)
  }

  @Test("a holder that the Act does not bind has no duty under it")
  func unboundHolder() throws {
    #expect(try Self.finding(core: .unknown(), bound: .no).duty == .none)
  }

  @Test("everything unknown names everything; the caller's own words replace ours")
  func allUnknown() throws {
    let ours = try Self.finding(core: .unknown(), funded: .unknown(), bound: .unknown())
    #expect(ours.duty.missing.count == 3)
    #expect(ours.possible == [.approval, .notification, .none])
    let list = LocalizedText("the list of 2026", korean: "2026년 목록")
    let theirs = try Self.finding(core: .unknown(list))
    #expect(theirs.duty.missing == [list])
    #expect(theirs.possible == [.approval, .none])
  }

  @Test("every answer says that other laws were not examined", arguments: TransferAct.allCases)
  func otherLaws(act: TransferAct) throws {
    for funded in [Fact.yes, .no, .unknown()] {
      for core in [Fact.yes, .no, .unknown()] {
        let last = try Self.finding(core: core, funded: funded, act: act).steps.last
        #expect(last?.finding.english.contains("this is no clearance") == true)
      }
    }
  }

  @Test("each step cites an article of the version in force")
  func citations() throws {
    let act = "Industrial Technology Protection Act (No. 21154), in force since 2026-06-03, "
    let export = try Self.finding(funded: .no)
    #expect(
      export.steps.map(\.citation)
        == [
          "Article 2 item 4", "Article 9", "Article 11 (4)", "Article 11 (4)", "Article 11 (11)",
          "Article 4",
        ].map { act + $0 })
    let merger = try Self.finding(funded: .no, act: .foreignMerger)
    #expect(
      merger.steps.map(\.citation)
        == ["Article 2 item 4", "Article 9", "Article 11-2 (5)", "Article 11-2 (5)", "Article 4"]
        .map { act + $0 })
  }

  @Test("an unknown status points to the article under which one asks for a determination")
  func determination() throws {
    func citation(_ day: String) throws -> String? {
      let steps = try Self.finding(core: .unknown(), on: day).steps
      return steps.dropFirst().first?.citation
    }
    #expect(try citation("2026-11-23")?.hasSuffix("Article 9-2 (1)") == true)
    #expect(try citation("2025-07-21")?.hasSuffix("Article 9 (6)") == true)
    #expect(try citation("2010-01-01")?.hasSuffix("Article 9") == true)
  }
}
