import Concordance
import Tabular
import TestSupport
import Testing

@Suite(
  "The concordances of the United Nations",
  .enabled(if: SharedData.has("data/hs/hs6_hs0.csv.gz")))
struct UnitedNationsTablesTests {
  private func table(_ newer: Int, _ older: Int) throws -> CodeRelation {
    let chunks = SharedData.chunks("data/hs/hs\(newer)_hs\(older).csv.gz")
    var reader = CSVReader { chunks() }
    var record = CSVRecord()
    var pairs: [(source: String, target: String)] = []
    while try reader.next(into: &record) {
      guard let source = record.text(0), source.first?.isNumber == true else { continue }
      pairs.append((source, record.text(3) ?? ""))
    }
    return CodeRelation(pairs)
  }

  @Test("backwards each code has one counterpart; forwards one has several, or none")
  func published() throws {
    let backward = try table(6, 0)
    #expect(backward.count == 5613)
    #expect(backward.sources.count == 5613)
    #expect(backward.targets.count == 4536)
    let forward = backward.inverted
    // Rare-earth metals are one code in both editions; mobile phones were no code in 1992.
    #expect(forward.counterparts(of: "280530") == ["280530"])
    #expect(forward.counterparts(of: "852520").count > 1)
    let families = CodeFamilies(forward).all
    #expect(families.count == 4536, "a family for each code of 1992 that lives on")
    #expect(families.allSatisfy { $0.kind == .oneToOne || $0.kind == .oneToMany })
  }

  @Test("from 1996 over 1992 to 2002 codes meet, and cannot be told apart; directly they can")
  func chain() throws {
    let direct = try table(2, 1).inverted
    let chained = try table(1, 0).composed(with: table(2, 0).inverted).relation
    #expect(!CodeFamilies(direct).all.contains { $0.kind == .manyToMany })
    #expect(CodeFamilies(chained).all.contains { $0.kind == .manyToMany })
    // A way around is never finer than the table itself.
    for source in direct.sources {
      #expect(
        Set(direct.counterparts(of: source)).isSubset(of: chained.counterparts(of: source)))
    }
  }

  @Test("a round trip keeps every value of what lives on")
  func roundTrip() throws {
    let backward = try table(6, 5)
    let entries = backward.sources.enumerated().map {
      CodeConversion.Entry($0.element, value: Double($0.offset % 97) + 0.1)
    }
    let there = CodeConversion(
      entries, by: backward, weights: .equal(backward), families: CodeFamilies(backward))
    var sums: [String: Double] = [:]
    for row in there.rows { sums[row.target, default: 0] += row.value ?? 0 }
    let values = Dictionary(uniqueKeysWithValues: entries.map { ($0.source, $0.value ?? 0) })
    let forward = backward.inverted
    let back = CodeConversion(
      sums.keys.sorted().map { .init($0, value: sums[$0]) }, by: forward,
      weights: .byValue(forward, values), families: CodeFamilies(forward))
    #expect(back.residual.isEmpty)
    for row in back.rows {
      #expect(abs((row.value ?? .nan) - (values[row.target] ?? .nan)) < 1e-9)
    }
  }
}
