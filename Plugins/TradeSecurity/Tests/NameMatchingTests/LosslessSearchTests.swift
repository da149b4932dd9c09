import NameMatching
import TestSupport
import Testing

@Suite("A search by index against a comparison with every name")
struct LosslessSearchTests {
  private static let words = [
    "kim", "lee", "jong", "un", "acme", "trading", "red", "cat", "gmbh", "co", "9", "한빛",
    "mohammad",
    "mohamed", "ahmed", "al", "abdul", "aziz", "rahman", "vladimir", "vladimirovich", "putin",
    "ivanov",
    "сергей", "лавров", "محمد", "رضا", "王", "明", "gazprom", "bank", "j", "k", "s.a.", "limited",
    "liability", "company", "ooo", "sergei", "lavrov", "peter", "pete", "benjamin", "ben", "jelena",
    "yelena", "zhukov", "joseph", "joe", "obama", "バラク", "7th", "brigade", "de", "la", "cruz", "x1",
    "scan", "scam", "jsc", "pla", "people", "liberation", "army", "김정은", "Χαμάς", "hamas", "דוד",
  ]

  /// A name of one to five words, some mistyped, cut, glued or without vowels.
  private static func name(_ generator: inout SeededGenerator) -> String {
    var text: [String] = []
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      var letters = Array(words.randomElement(using: &generator) ?? "")
      let place = Int.random(in: 0..<letters.count, using: &generator)
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: letters[place] = "abcdefghiklmnoprstuvwz".randomElement(using: &generator) ?? "a"
      case 1 where letters.count > 2: letters.remove(at: place)
      case 2: letters.insert("e", at: place)
      case 3 where place + 1 < letters.count: letters.swapAt(place, place + 1)
      case 4: letters = letters.filter { !"aeiou".contains($0) || letters.count < 4 }
      case 5: letters = [letters[0]]
      default: break
      }
      text.append(String(letters))
    }
    return text.joined(separator: Int.random(in: 0..<8, using: &generator) == 0 ? "" : " ")
  }

  @Test(
    "the index finds, with the same scores, what scoring every name finds: 100,000 random checks")
  func againstEveryName() {
    var generator = SeededGenerator(seed: 11)
    let parties: [ListedName.Party] = [.person, .organisation, .vessel]
    let names = (0..<520).map { place in
      ListedName(
        entry: "list/\(place)", text: Self.name(&generator), party: parties[place % 3])
    }
    var searcher = NameSearcher(NameIndex(names: names))
    var comparison = NameComparison()
    var checks = 0
    var hits = 0
    for round in 0..<200 {
      let text = round % 3 == 0 ? names[round].text : Self.name(&generator)
      let query = NameQuery(text)
      let least = [0.5, 0.6, 0.72, 0.85, 1][round % 5]
      let found = searcher.scores(query, threshold: least).sorted { $0.name < $1.name }
      let every = searcher.scores(query, threshold: least, isExhaustive: true)
        .sorted { $0.name < $1.name }
      #expect(found.map(\.name) == every.map(\.name), "\(text)")
      #expect(found.map(\.score) == every.map(\.score), "\(text)")
      for (place, name) in names.enumerated() where round % 10 == 0 {
        let alone = comparison.score(query, ListedQuery(name))
        let score = every.first { $0.name == place }?.score
        #expect((score ?? 0) == (alone >= least ? alone : 0), "\(text) ~ \(name.text)")
      }
      checks += names.count
      hits += found.count
    }
    #expect(checks >= 100_000)
    #expect(hits > 300)
  }
}
