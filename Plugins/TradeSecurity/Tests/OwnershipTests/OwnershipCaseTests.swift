import Ownership
import TestSupport
import Testing

@Suite("Ownership graphs with known answers")
struct OwnershipCaseTests {
  static let rules: [String: OwnershipRule] = [
    "ofac": OwnershipRule(includesThreshold: true),
    "eu": OwnershipRule(includesThreshold: false),
    "uk": OwnershipRule(aggregation: .oneOwner, includesThreshold: false),
    "lookthrough": OwnershipRule(method: .multiplication, includesThreshold: true),
  ]

  @Test(
    "every labelled graph gives its blocked set under every rule",
    .enabled(if: SharedData.has(OwnershipCase.file), "needs ../shared/cases"))
  func labelled() throws {
    let cases = try OwnershipCase.all()
    #expect(cases.count > 100)
    for graph in cases {
      for (name, expected) in graph.blocked {
        let rule = try #require(Self.rules[name])
        #expect(try graph.blocked(by: rule) == expected, "\(graph.name) by \(name)")
      }
    }
  }
}
