import TechnologyDuty
import Testing
import Vocabulary

@Suite("The duty over every combination of what is known")
struct DutyTableTests {
  // Written down by hand from the Act, one row for each period: what a bound holder of a national
  // core technology owes, by act and by who paid. Everyone else owes nothing.
  private static let table: [(from: String, act: TransferAct, funded: String, notFunded: String)] =
    [
      ("1999-12-31", .export, "none", "none"),
      ("2008-05-05", .export, "approval", "notification"),
      ("2014-05-05", .export, "approval", "notification"),
      ("2021-05-05", .export, "approval", "notification"),
      ("2025-08-01", .export, "approval", "notification"),
      ("2026-08-01", .export, "approval", "notification"),
      ("1999-12-31", .foreignMerger, "none", "none"),
      ("2008-05-05", .foreignMerger, "none", "none"),
      ("2014-05-05", .foreignMerger, "notification", "none"),
      ("2016-05-05", .foreignMerger, "notification", "none"),
      ("2021-05-05", .foreignMerger, "approval", "notification"),
      ("2025-08-01", .foreignMerger, "approval", "notification"),
      ("2026-08-01", .foreignMerger, "approval", "notification"),
    ]

  private static let facts: [Fact] = [.yes, .no, .unknown()]

  private static func answers(_ fact: Fact) -> [Bool] {
    switch fact {
    case .yes: [true]
    case .no: [false]
    case .unknown: [false, true]
    }
  }

  @Test("agrees with the table: one possible duty is the answer, several are what is missing")
  func threeValues() throws {
    for row in Self.table {
      for core in Self.facts {
        for funded in Self.facts {
          for bound in Self.facts {
            var expected: Set<String> = []
            for isCore in Self.answers(core) {
              for isFunded in Self.answers(funded) {
                for isBound in Self.answers(bound) {
                  expected.insert(
                    isCore && isBound ? (isFunded ? row.funded : row.notFunded) : "none")
                }
              }
            }
            let finding = try DutyRuleTests.finding(
              core: core, funded: funded, bound: bound, act: row.act, on: row.from)
            let context = Comment(rawValue: "\(row) \(core) \(funded) \(bound)")
            #expect(Set(finding.possible.map(\.name)) == expected, context)
            let answer = expected.count == 1 ? expected.first : "cannot_tell"
            #expect(finding.duty.name == answer, context)
            #expect(finding.duty.missing.isEmpty == (expected.count == 1), context)
          }
        }
      }
    }
  }

  @Test("learning a fact never adds a possible duty, and what is missing is what decides")
  func monotonicity() throws {
    for row in Self.table {
      for core in Self.facts {
        for bound in Self.facts {
          let open = try DutyRuleTests.finding(
            core: core, funded: .unknown(), bound: bound, act: row.act, on: row.from)
          let settled = try [Fact.yes, .no].map {
            try DutyRuleTests.finding(
              core: core, funded: $0, bound: bound, act: row.act, on: row.from)
          }
          for finding in settled {
            #expect(Set(open.possible).isSuperset(of: finding.possible))
          }
          let asksForFunding = open.duty.missing.contains {
            $0.english == "whether the state paid for its research and development"
          }
          #expect(asksForFunding == (settled[0].possible != settled[1].possible))
        }
      }
    }
  }
}
