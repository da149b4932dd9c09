import NameMatching
import TestSupport
import Testing

@Suite("Names found by their tokens")
struct NameIndexTests {
  static func search(
    _ query: String, in names: [ListedName], threshold: Double = 0, limit: Int = 10
  ) -> [NameCandidate] {
    NameIndex(names: names).search(query, threshold: threshold, limit: limit)
  }

  static func score(
    _ query: String, _ listed: String, _ party: ListedName.Party = .organisation
  ) -> Double? {
    search(query, in: [ListedName(entry: "list:1", text: listed, party: party)]).first?.score
  }

  @Test(
    "the same words meet whatever their order, case, accents, dots and legal form",
    arguments: [
      ("Vladimir Putin", "PUTIN, Vladimir"),
      ("deutsche bank ag", "Deutsche Bank Aktiengesellschaft"),
      ("ABC Company", "A.B.C. Company"),
      ("JPMorgan Chase Bank NA", "JPMorgan Chase Bank, N.A."),
      ("Stripe LLC", "Stripe Limited Liability Company"),
      ("Lafert", "Lafert S.p.A."),
      ("Lafert S p A", "LAFERT SPA"),
      ("Al Qaida", "Al Qa'ida"),
      ("Jose Munoz", "José Muñoz"),
      ("Nguyen Van Duc", "Nguyễn Văn Đức"),
      ("Jose\u{301} Lopez", "JOSÉ LÓPEZ"),
      ("Istanbul Celik", "İSTANBUL ÇELİK A.Ş."),
      ("Inmobiliaria El Preso\u{200C}n", "INMOBILIARIA EL PRESON"),
      ("ZR\u{200D} Energy\u{2060} DM\u{FEFF}CC", "ZR ENERGY DMCC"),
      ("Strasse Haus GmbH", "Straße Haus"),
      ("한빛", "(주)한빛"),
      ("한빛 주식회사", "㈜한빛"),
      ("Газпром", "ПАО \"Газпром\""),
      ("فرناندو بيريز", "بيريز، فرناندو"),
    ])
  func sameName(query: String, listed: String) {
    #expect(Self.score(query, listed) == 1)
  }

  @Test("a name that holds the query, or that the query holds, scores by the share that met")
  func containment() {
    #expect(Self.score("Vladimir Putin", "PUTIN, Vladimir Vladimirovich") == 0.8)
    #expect(Self.score("Almaz Antey Telecom", "Almaz Antey") == 0.8)
    #expect(Self.score("Angelo Cruz", "Angela Merkel") == nil)
    #expect(Self.score("Vladimir Putin", "Vladimir Biliy") == nil)
  }

  @Test("different legal forms are two firms, and score below 1")
  func differentForms() {
    #expect(Self.score("Deutsche Bank AG", "Deutsche Bank GmbH") == 0.95)
    #expect(Self.score("Kowa Kogyo Co., Ltd.", "KOWA KOGYO, Ltd.") == 1)
    #expect(Self.score("OOO Vostok", "Vostok LLC") == 1)
  }

  @Test(
    "words too common to be names find nobody",
    arguments: [("Trading Co", "Damascus Trading Co"), ("Corp", "Acme Corp"), ("X Corp", "Corp")])
  func commonWords(query: String, listed: String) {
    #expect(Self.score(query, listed) == nil)
  }

  @Test("a name never loses its last distinctive word to the legal forms")
  func neverEmpty() {
    #expect(Self.score("11420 Corp", "11420 CORP.") == 1)
    #expect(Self.score("11420 Corp", "Acme Corp") == nil)
    #expect(Self.score("Company Limited", "Company, Limited") == 1)
    #expect(Self.score("Salam", "As Salam") ?? 0 < 1)
  }

  @Test("people keep the words that would be legal forms of a firm")
  func people() {
    #expect(Self.score("Ng", "NG, Co", .person) ?? 0 < 1)
    #expect(Self.score("Co Ng", "NG, Co", .person) == 1)
  }

  @Test("a candidate says which alias met, which words, and which legal form was set aside")
  func explanation() throws {
    let names = [
      ListedName(entry: "list:7", text: "HENSOLDT AG", party: .organisation),
      ListedName(entry: "list:7", text: "Cassidian Optronics", party: .organisation, role: .alias),
    ]
    let found = Self.search("Cassidian Optronics Berlin GmbH", in: names)
    let candidate = try #require(found.first)
    #expect(found.count == 1)
    #expect(candidate.name.role == .alias)
    #expect(candidate.met == ["cassidian", "optronics"])
    #expect(candidate.onlyInQuery == ["berlin"])
    #expect(candidate.onlyInName.isEmpty)
    #expect(candidate.droppedForms == ["gmbh"])
  }

  @Test("each party appears once, best first, down to the threshold and the limit")
  func ranking() {
    let names = [
      ListedName(entry: "b", text: "Red Cat Holdings, Inc."),
      ListedName(entry: "a", text: "Red Cat Holdings", role: .alias),
      ListedName(entry: "a", text: "Red Cat"), ListedName(entry: "c", text: "Red Cat Drones Lab"),
    ]
    let query = "Red Cat Holdings"
    #expect(Self.search(query, in: names).map(\.name.entry) == ["a", "b"])
    #expect(Self.search("Red Cat", in: names).map(\.name.entry) == ["a", "b", "c"])
    #expect(Self.search("Red Cat", in: names, threshold: 0.7).map(\.name.entry) == ["a", "b"])
    #expect(Self.search("Red Cat", in: names, limit: 1).map(\.name.entry) == ["a"])
    #expect(Self.search("", in: names).isEmpty)
  }

  @Test("the index finds what comparing with every name finds, in any order of the names")
  func againstAllPairs() {
    var generator = SeededGenerator(seed: 7)
    let words = ["kim", "lee", "acme", "trading", "red", "cat", "gmbh", "co", "9", "한빛"]
    let name = { (generator: inout SeededGenerator) -> String in
      (0..<Int.random(in: 1...4, using: &generator))
        .compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
    }
    let names = (0..<200).map { position in
      ListedName(
        entry: "list:\(1000 + position)", text: name(&generator),
        party: position.isMultiple(of: 3) ? .person : .organisation)
    }
    let index = NameIndex(names: names)
    let shuffled = NameIndex(names: names.shuffled(using: &generator))
    for _ in 0..<100 {
      let query = name(&generator)
      let found = index.search(query, threshold: 0, limit: .max)
      let alone = names.flatMap { Self.search(query, in: [$0]) }
      #expect(Set(found) == Set(alone))
      #expect(found == shuffled.search(query, threshold: 0, limit: .max))
    }
  }
}
