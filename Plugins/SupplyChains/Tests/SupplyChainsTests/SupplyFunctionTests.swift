import Kernel
import Store
import Testing
import Vocabulary

@Suite("The table functions of supply chains")
struct SupplyFunctionTests {
  private let store: PackStore

  init() throws {
    store = try PackStore.shared.get()
  }

  private func ask(_ sql: String) throws -> [[Value]] {
    try Dispatcher(store.tower).run(["query", sql]).result.tables[0].rows
  }

  private func rows(_ words: String...) throws -> [[Value]] {
    try Dispatcher(store.tower).run(words).result.tables[0].rows
  }

  @Test("give the rows of the commands, value for value")
  func sameAsCommands() throws {
    #expect(
      try ask("SELECT * FROM dependence('KOR', 2024)")
        == rows("supply", "dependence", "--importer", "KOR", "--year", "2024"))
    #expect(
      try ask("SELECT * FROM dependence('EU27', 2023, 'hs92')")
        == rows("supply", "dependence", "--importer", "EU27", "--year", "2023"))
    #expect(
      try ask("SELECT * FROM alternatives('hs92/2846', 'KOR', 'CHN, JPN', 2024)")
        == rows(
          "supply", "alternatives", "--product", "hs92/2846", "--importer", "KOR", "--without",
          "CHN", "--without", "JPN", "--year", "2024"))
    #expect(
      try ask("SELECT * FROM partner_shares('KOR', 'hs92/280530', 2024)")
        == rows(
          "supply", "exposure", "--importer", "KOR", "--product", "hs92/280530", "--year", "2024"))
    #expect(
      try ask("SELECT * FROM leverage('KOR', 'CHN', 2024)")
        == rows(
          "supply", "leverage", "--home", "KOR", "--partner", "CHN", "--year", "2024", "--top",
          "100000"))
  }

  @Test("join with each other in one question")
  func joins() throws {
    let rows = try ask(
      """
      SELECT d.product, d.top_supplier, count(*) FROM dependence('KOR', 2024) d,
        alternatives(d.product, 'KOR', d.top_supplier, 2024) a
      WHERE d.c1 AND d.c2 AND d.c3 GROUP BY 1 ORDER BY 1
      """)
    #expect(rows.count > 5)
    for row in rows {
      let others = try ask(
        "SELECT count(*) FROM alternatives('\(row[0].text ?? "")', 'KOR', "
          + "'\(row[1].text ?? "")', 2024)")
      #expect(others == [[row[2]]])
    }
  }

  @Test("name an unknown country with the nearest, and a year that is not held with those that are")
  func refusals() throws {
    let unknown = #expect(throws: TowerError.self) {
      try ask("SELECT * FROM leverage('KOR', 'CHNN', 2024)")
    }
    #expect(unknown?.message.contains("did you mean CHN") == true)
    let year = #expect(throws: TowerError.self) { try ask("SELECT * FROM dependence('KOR', 1990)") }
    #expect(year?.message.contains("2022, 2023, 2024") == true)
    let product = #expect(throws: TowerError.self) {
      try ask("SELECT * FROM partner_shares('KOR', '280530', 2024)")
    }
    #expect(product?.message.contains("of_product") == true)
  }
}
