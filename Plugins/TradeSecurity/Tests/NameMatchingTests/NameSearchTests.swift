import NameMatching
import TestSupport
import Testing

@Suite("The search for a name")
struct NameSearchTests {
  static func search(
    _ query: String, in names: [ListedName], threshold: Double = 0.5, limit: Int = 10
  ) -> [NameCandidate] {
    var searcher = NameSearcher(NameIndex(names: names))
    return searcher.search(NameQuery(query), threshold: threshold, limit: limit)
  }

  @Test("a candidate says which alias met, which words and how, and what would change the score")
  func explanation() throws {
    let names = [
      ListedName(entry: "list:7", text: "HENSOLDT AG", party: .organisation),
      ListedName(entry: "list:7", text: "Cassidian Optronics", party: .organisation, role: .alias),
    ]
    let found = Self.search("Casidian Optronics Berlin GmbH", in: names)
    let candidate = try #require(found.first)
    #expect(found.count == 1)
    #expect(candidate.name.role == .alias)
    let explanation = candidate.explanation
    #expect(explanation.meetings.map(\.listed) == ["cassidian", "optronics"])
    #expect(explanation.meetings.map(\.way) == ["spelling", "equal"])
    #expect(explanation.onlyInQuery.map(\.word) == ["berlin"])
    #expect(explanation.onlyInName.isEmpty)
    #expect(explanation.queryForms == ["llc"])
    #expect(explanation.wouldChange.first?.contains("'berlin'") == true)
  }

  @Test("each party appears once, best first, down to the threshold and the limit")
  func ranking() {
    let names = [
      ListedName(entry: "b", text: "Red Cat Holdings, Inc."),
      ListedName(entry: "a", text: "Red Cat Holdings", role: .alias),
      ListedName(entry: "a", text: "Red Cat"), ListedName(entry: "c", text: "Green Dog Drones Lab"),
    ]
    let query = "Red Cat Holdings"
    #expect(Self.search(query, in: names).map(\.name.entry) == ["a", "b"])
    #expect(Self.search(query, in: names, limit: 1).map(\.name.entry) == ["a"])
    #expect(Self.search("", in: names).isEmpty)
    #expect(Self.search("Purple Cow", in: names, threshold: 0.9).isEmpty)
  }

  @Test("the order of the names of an index does not matter")
  func order() {
    var generator = SeededGenerator(seed: 5)
    let names = ["Kim Jong Un", "Kim Jong Il", "Kim Jung Un", "Jong Un Kim", "Gazprom", "Gasprom"]
      .enumerated().map { ListedName(entry: "\($0.offset)", text: $0.element, party: .person) }
    for _ in 0..<5 {
      #expect(
        Self.search("Kim Jong-un", in: names)
          == Self.search("Kim Jong-un", in: names.shuffled(using: &generator)))
    }
  }
}

@Suite("The explanation of a score")
struct ScoreExplanationTests {
  @Test(
    "its parts make the score: M / (M + d D + a Uq + b Un + c X), times the factors",
    arguments: [
      ("Vladimir Vladimir Putin", "PUTIN, Vladimir Vladimirovich", ListedName.Party.person),
      ("Dr. Hans J. Müller", "MULLER, Hans Joachim", .person),
      ("Acme Fund VIII GmbH", "Acme Fund IX AG", .organisation),
      ("Casidian Optronics Berlin GmbH", "Cassidian Optronics", .organisation),
      ("N. Trading Corporation", "Namchon Trading Corporation", .organisation),
      ("Ивановский завод", "Ivanovo Plant", .organisation), ("Kim Jong Un", "김정은", .person),
      ("Jongun Kim", "KIM, Jong Un", .person),
    ])
  func parts(query: String, listed: String, party: ListedName.Party) {
    var comparison = NameComparison()
    let candidate = comparison.candidate(
      NameQuery(query), ListedQuery(ListedName(entry: "list:1", text: listed, party: party)))
    let explanation = candidate.explanation
    let weights: ScoreWeights = party == .person ? .person : .other
    let against =
      Double(weights.damage) * explanation.damage
      + Double(weights.onlyQuery) * explanation.onlyInQuery.reduce(0) { $0 + $1.weight }
      + Double(weights.onlyListed) * explanation.onlyInName.reduce(0) { $0 + $1.weight }
      + Double(weights.conflict) * explanation.conflict
    let score = explanation.factors.values.reduce(
      explanation.met / (explanation.met + against), *)
    #expect(candidate.score > 0)
    #expect(abs(score - candidate.score) < 1e-5)
    let met = explanation.meetings.reduce(0) { $0 + $1.similarity * $1.weight }
    #expect(abs(met - explanation.met) < 1e-5)
  }
}
