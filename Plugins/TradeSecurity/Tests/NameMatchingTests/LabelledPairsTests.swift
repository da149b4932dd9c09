import FoundationEssentials
import NameMatching
import TestSupport
import Testing

@Suite("Labelled pairs of names")
struct LabelledPairsTests {
  static let file = "cases/screening/name_pairs.csv"

  struct Pair {
    let first: String
    let second: String
    let party: ListedName.Party
    let isSame: Bool
  }

  @Test(
    "names of different parties score 1 only where the order of the words alone tells them apart",
    .enabled(if: SharedData.has(LabelledPairsTests.file), "needs ../shared/cases/screening"))
  func differentParties() throws {
    let different = try Self.pairs().filter { !$0.isSame }
    #expect(different.count > 100)
    for pair in different where Self.isWholeMatch(pair) {
      #expect(Set(pair.first.split(separator: " ")) == Set(pair.second.split(separator: " ")))
    }
  }

  @Test(
    "pairs of one party that differ in case, order, dots or legal form score 1",
    .enabled(if: SharedData.has(LabelledPairsTests.file), "needs ../shared/cases/screening"))
  func sameParty() throws {
    let same = try Self.pairs().filter(\.isSame)
    #expect(same.filter(Self.isWholeMatch).count >= 40)
  }

  static func isWholeMatch(_ pair: Pair) -> Bool {
    let listed = ListedName(entry: "list:1", text: pair.second, party: pair.party)
    return !NameIndex(names: [listed]).search(pair.first, threshold: 1, limit: 1).isEmpty
  }

  /// The pairs of the file whose fields are not quoted.
  static func pairs() throws -> [Pair] {
    let bytes = try Data(contentsOf: URL(filePath: SharedData.path(file)))
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
      .compactMap { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard !line.contains("\""), fields.count == 9 else { return nil }
        let party: ListedName.Party = fields[2] == "Person" ? .person : .organisation
        return Pair(first: fields[0], second: fields[1], party: party, isSame: fields[3] == "true")
      }
  }
}
