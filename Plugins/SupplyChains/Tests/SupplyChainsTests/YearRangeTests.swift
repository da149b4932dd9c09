import Kernel
import Store
import Testing
import Vocabulary

@Suite("Indicators over a range of years")
struct YearRangeTests {
  private let store: PackStore

  init() throws {
    store = try PackStore.shared.get()
  }

  private func rows(_ words: String...) throws -> [[Value]] {
    try Dispatcher(store.tower).run(words).result.tables[0].rows
  }

  @Test(
    "are the rows of each year, one after the other",
    arguments: [
      ["dependence", "--importer", "KOR"], ["dependence", "--importer", "EU27"],
      ["reverse-dependence", "--country", "KOR"], ["partner-shares", "--importer", "EU27"],
      ["unit-values", "--importer", "JPN"],
    ])
  func concatenation(words: [String]) throws {
    let words = ["supply"] + words
    let range = try Dispatcher(store.tower).run(words + ["--year", "2022..2024"]).result
    let years = try (2022...2024).flatMap { year in
      try Dispatcher(store.tower).run(words + ["--year", String(year)]).result.tables[0].rows
    }
    #expect(range.tables[0].rows.count > 100)
    #expect(range.tables[0].rows == years)
    #expect(range.sources.count == 1)
  }

  @Test("name the years that are not held, and are refused where none is")
  func missing() throws {
    let found = try store.run("supply", "dependence", "--importer", "KOR", "--year", "2019..2023")
    #expect(Set(found.rows.compactMap { $0["year"]?.integer }) == [2022, 2023])
    #expect(found.notes.first == "the store holds no flows of hs92 for 2019 to 2021: left out")
    #expect(
      found.notes.last
        == "c4 cannot be told for 2022 to 2023: it needs the flows of 2020 to 2021 as well")
    let error = #expect(throws: TowerError.self) {
      try store.run("supply", "unit-values", "--importer", "KOR", "--year", "1990..1992")
    }
    #expect(error?.message.hasSuffix("for 1990 to 1992") == true)
    #expect(error?.hints.first == "years held: 2022, 2023, 2024")
  }

  @Test("are asked of functions as a text")
  func functions() throws {
    for (question, words) in [
      ("dependence('KOR', '2022..2024')", ["dependence", "--importer", "KOR"]),
      ("reverse_dependence('EU27', '2022..2024')", ["reverse-dependence", "--country", "EU27"]),
      ("partner_shares('KOR', NULL, '2022..2024')", ["partner-shares", "--importer", "KOR"]),
      ("unit_values('KOR', '2022..2024')", ["unit-values", "--importer", "KOR"]),
    ] {
      let asked = try Dispatcher(store.tower).run(["query", "SELECT * FROM \(question)"]).result
      let told = try Dispatcher(store.tower).run(
        ["supply"] + words + ["--year", "2022..2024"]
      ).result
      #expect(asked.tables[0].rows == told.tables[0].rows, "\(question)")
    }
    let error = #expect(throws: TowerError.self) {
      try rows("query", "SELECT * FROM dependence('KOR', '2024..2022')")
    }
    #expect(error?.message.contains("write 2022..2024") == true)
  }

  @Test("each verdict of dependence has the number and the threshold that decide it")
  func reasons() throws {
    let rows = try store.run("supply", "dependence", "--importer", "all", "--year", "2024").rows
    #expect(rows.count > 5000)
    for row in rows {
      let reason = row["reason"]?.text ?? ""
      let isThin = (row["suppliers"]?.integer ?? 0) < 3 || (row["imports"]?.real ?? 0) < 100
      #expect(row["thin"] == Value(isThin) && (row["thin_reason"]?.isNull == false) == isThin)
      let parts = reason.split(separator: "; ").map(String.init)
      #expect(parts.count == 4)
      for (flag, part) in zip(["c1", "c2", "c3"], parts) {
        #expect(part.hasPrefix(flag + ": "))
        #expect((row[flag] == 1) == part.contains(" > "), "\(part)")
        #expect((row[flag] == 0) == part.contains(" <= "), "\(part)")
      }
    }
    let union = try store.run("supply", "dependence", "--importer", "EU27", "--year", "2024").rows
    for row in union {
      let verdict =
        (row["cdi1"]?.real ?? 0) > 0.4 && (row["cdi2"]?.real ?? 0) > 0.5
        && (row["cdi3"]?.real ?? 0) > 1
      #expect(row["cdi"] == Value(verdict))
      let reason = row["reason"]?.text ?? ""
      let told = ["cdi1: hhi_imports", "cdi2: outside_share", "cdi3: import_export_ratio"]
      #expect(told.allSatisfy(reason.contains))
    }
  }
}
