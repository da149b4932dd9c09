import TechnologyDuty
import Testing
import Vocabulary

@Suite("The duty under the Industrial Technology Protection Act")
struct DutyRuleTests {
  static let unknown = Answer.cannotTell(missing: [])

  static func finding(
    core: Answer = .yes, funded: Answer = .yes, bound: Answer = .yes,
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
    let finding = try Self.finding(funded: Self.unknown)
    #expect(
      finding.duty
        == .cannotTell(missing: ["whether the state paid for its research and development"]))
    #expect(finding.possible == [.approval, .notification])
  }

  @Test("a technology that is not national core is free under these articles, whoever paid")
  func notCore() throws {
    let finding = try Self.finding(core: .no, funded: Self.unknown)
    #expect(finding.duty == .none)
    #expect(finding.steps.last?.finding.english.contains("other laws") == true)
  }

  @Test("a holder that the Act does not bind has no duty under it")
  func unboundHolder() throws {
    #expect(try Self.finding(core: Self.unknown, bound: .no).duty == .none)
  }

  @Test("everything unknown names everything; the caller's own words replace ours")
  func allUnknown() throws {
    let ours = try Self.finding(core: Self.unknown, funded: Self.unknown, bound: Self.unknown)
    #expect(ours.duty.missing.count == 3)
    #expect(ours.possible == [.approval, .notification, .none])
    let theirs = try Self.finding(core: .cannotTell(missing: ["the list of 2026"]))
    #expect(theirs.duty.missing == ["the list of 2026"])
    #expect(theirs.possible == [.approval, .none])
  }

  @Test("each step cites an article of the version in force; exports cite its paragraph")
  func citations() throws {
    let act = "Industrial Technology Protection Act, in force since 2025-07-22, "
    let export = try Self.finding(funded: .no)
    #expect(
      export.steps.map(\.citation)
        == ["Article 2", "Article 9", "Article 11 (4)", "Article 11 (4)"].map { act + $0 })
    let merger = try Self.finding(act: .foreignMerger)
    #expect(merger.steps.last?.citation == act + "Article 11-2")
  }

  @Test("on the first day of the version it can be told, and on the day before it cannot")
  func versions() throws {
    #expect(try Self.finding(on: "2025-07-22").duty == .approval)
    let before = try Self.finding(on: "2025-07-21")
    #expect(
      before.duty == .cannotTell(missing: ["the version of the Act that applied on 2025-07-21"]))
    #expect(before.version == nil)
    #expect(!before.steps.isEmpty)
  }

  @Test("learning a fact never adds a possible duty")
  func monotonicity() throws {
    let answers: [Answer] = [.yes, .no, Self.unknown]
    for core in answers {
      for funded in answers {
        for bound in answers {
          let open = Set(try Self.finding(core: core, funded: funded, bound: bound).possible)
          let more = [
            try Self.finding(
              core: core == Self.unknown ? .yes : core, funded: funded, bound: bound),
            try Self.finding(core: core == Self.unknown ? .no : core, funded: funded, bound: bound),
            try Self.finding(
              core: core, funded: funded == Self.unknown ? .no : funded, bound: bound),
          ]
          #expect(more.allSatisfy { open.isSuperset(of: $0.possible) })
        }
      }
    }
  }
}
