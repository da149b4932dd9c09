import Kernel
import Store
import Testing
import Vocabulary

@Suite("Concentration of imports and world exports")
struct ConcentrationCommandTests {
  private let store: PackStore

  init() throws { store = try PackStore.shared.get() }

  // Two ways to the same numbers: from the compressed segments, and from the columns of the year.
  @Test(
    "is that of the dependence of the same importer",
    arguments: ["all", "KOR", "USA", "EU27", "TWN"])
  func dependence(importer: String) throws {
    let found = try store.run("supply", "concentration", "--importer", importer, "--year", "2023")
    let wanted = try store.run("supply", "dependence", "--importer", importer, "--year", "2023")
    #expect(found.rows.count == wanted.rows.count && found.rows.count > 50)
    func key(_ row: [String: Value]) -> String { "\(row["importer"]!) \(row["product"]!)" }
    let byKey = Dictionary(uniqueKeysWithValues: wanted.rows.map { (key($0), $0) })
    for row in found.rows {
      let same = try #require(byKey[key(row)])
      #expect(row["suppliers"] == same["suppliers"] && row["top_supplier"] == same["top_supplier"])
      for name in ["imports", "hhi_imports", "top_share", "hhi_world_exports"] {
        let (one, other) = (try #require(row[name]?.real), try #require(same[name]?.real))
        #expect(abs(one - other) <= 1e-12 * abs(other), "\(key(row)) \(name)")
      }
    }
  }

  @Test("is a function over years that joins with others")
  func function() throws {
    let rows = try store.run(
      "query",
      """
      SELECT c.product, c.year, c.hhi_imports = d.hhi_imports AS same
      FROM concentration('KOR', '2022..2023', 'hs92', 'hs92/280530') c
      JOIN dependence('KOR', 2023, 'hs92', 'hs92/280530') d ON d.product = c.product AND d.year = c.year
      """
    ).rows
    #expect(rows.count == 1)
    #expect(rows[0]["year"] == .integer(2023))
  }

  @Test("of one product or heading is the rows of its products")
  func heading() throws {
    let all = try store.run("supply", "concentration", "--importer", "all", "--year", "2024").rows
    let some = try store.run(
      "supply", "concentration", "--importer", "all", "--year", "2024", "--product", "hs92/28")
    #expect(some.rows == all.filter { $0["product"]?.text?.hasPrefix("hs92/28") == true })
    #expect(some.rows.count > 100)
  }
}
