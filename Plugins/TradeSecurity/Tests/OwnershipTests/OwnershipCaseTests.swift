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

@Suite("Look-through in cross-holdings")
struct CrossHoldingTests {
  private func verdicts(_ links: [(Int32, Int32, String)], parties: Int) throws
    -> [OwnershipAssessment.Verdict]
  {
    let rule = try #require(OwnershipCaseTests.rules["lookthrough"])
    let graph = OwnershipGraph(
      parties: parties,
      links: try links.map { .init(owner: $0.0, owned: $0.1, share: try ShareBounds($0.2)) })
    return OwnershipAssessment(graph, rule: rule, listed: [0], isRemainderOpen: false).verdicts
  }

  @Test("a circle gives back what it holds of itself: 41 % with a fifth in a circle is over a half")
  func circle() throws {
    // x1 = 0.41 + 0.2 x2, x2 = x1: 0.5125; with 0.39 it is 0.4875.
    #expect(try verdicts([(0, 1, "41"), (2, 1, "20"), (1, 2, "100")], parties: 3)[2] == .blocked)
    #expect(
      try verdicts([(0, 1, "39"), (2, 1, "20"), (1, 2, "100")], parties: 3)[2] == .notBlocked)
  }

  @Test("a circle that meets the threshold itself only after endless rounds is left open")
  func endless() throws {
    #expect(
      try verdicts([(0, 1, "40"), (2, 1, "20"), (1, 2, "100")], parties: 3)[2] == .cannotTell)
  }

  @Test("a circle that holds itself whole belongs to nobody listed")
  func closed() throws {
    #expect(
      try verdicts([(1, 2, "100"), (2, 1, "100"), (0, 3, "60")], parties: 4)
        == [.listed, .notBlocked, .notBlocked, .blocked])
  }
}
