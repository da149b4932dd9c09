import Kernel
import Reference
import Store
import TestSupport
import Testing

@Suite("Asking for flows in SQL")
struct FlowsFunctionTests {
  private let tower: ReferenceTower

  init() throws {
    tower = try ReferenceTower()
    try tower.takePack("baci-countries", "baci_country_codes.csv")
    var lines = ["t,i,j,k,v,q"]
    for year in 2019...2023 {
      for (index, product) in [10121, 280530, 280540, 281410, 850511].enumerated() {
        for exporter in [156, 410, 490, 699, 842] {
          for importer in [156, 410, 842] where importer != exporter {
            let quantity = exporter == 490 ? "" : "\(index)"
            lines.append("\(year),\(exporter),\(importer),\(product),\(year - 2000).5,\(quantity)")
          }
        }
      }
    }
    let text = lines.joined(separator: "\n") + "\n"
    try tower.run("import", "baci", tower.folder.write("hs92.csv", text))
    let other = tower.folder.write("hs17.csv", "t,i,j,k,v,q\n2023,156,410,850511,7,1\n")
    try tower.run("import", "baci", other)
  }

  private func ask(_ sql: String) throws -> [[Value]] {
    try tower.run("query", sql).tables[0].rows
  }

  @Test("gives each flow with its edition, and an unknown quantity as null")
  func row() throws {
    #expect(
      try ask(
        "SELECT * FROM flows WHERE year = 2020 AND exporter = 'TWN' AND importer = 'KOR' "
          + "AND product = 'hs92/010121'") == [
          [
            .text("hs92"), .integer(2020), .null, .text("hs92/010121"), .text("KOR"),
            .text("TWN"), .real(20.5), .null,
          ]
        ])
    #expect(try ask("SELECT DISTINCT edition FROM flows") == [[.text("hs17")], [.text("hs92")]])
  }

  // Whatever is pushed down, the answer is that of the same condition on rows that are there already.
  @Test(
    "answers a restriction as a plain table would",
    arguments: [
      "year = 2021", "year > 2021", "year >= 2021.5", "year < 2020", "year <= 2020",
      "year BETWEEN 2020 AND 2021", "year = '2021'", "year IN (2019, 2022)", "year > 2030",
      "year = NULL", "month IS NULL", "month = 1", "edition = 'hs17'", "edition = 'hs12'",
      "product = 'hs92/280530'", "product = 'hs17/850511'", "product = '280530'",
      "product LIKE 'hs92/28%'", "product LIKE 'HS92/28%'", "product LIKE '%530'",
      "product LIKE 'hs_2/2805%'", "product LIKE 'hs92/28054_'", "product GLOB 'hs92/28*'",
      "product GLOB 'hs*/85*'", "product GLOB 'hs92/[28]*'", "product LIKE 'hs%'",
      "product IN ('hs92/280530', 'hs92/850511')", "product > 'hs92/28'",
      "product LIKE 'hs92/28%' AND product GLOB '*30'",
      "product LIKE 'hs92/28%' AND product LIKE 'hs92/2805%'",
      "product = 'hs92/280530' AND product = 'hs92/280540'",
      "importer = 'KOR'", "importer = 'XYZ'", "importer = 410", "importer IN ('KOR', 'USA')",
      "exporter = 'CHN' AND importer = 'KOR' AND year = 2023",
      "importer = 'KOR' OR exporter = 'KOR'", "year = 2019 OR importer = 'KOR' OR quantity IS NULL",
      "value > 22", "quantity IS NULL",
      "NOT (importer = 'KOR')", "importer = 'kor' COLLATE NOCASE",
      "edition = 'HS92' COLLATE NOCASE AND exporter COLLATE NOCASE = 'chn'",
      "product = 'HS92/280530' COLLATE NOCASE", "importer = 'KOR ' COLLATE RTRIM",
    ])
  func restrictions(_ condition: String) throws {
    let pushed = try ask("SELECT * FROM flows WHERE \(condition) ORDER BY 1, 2, 4, 5, 6")
    let plain = try ask(
      """
      WITH every AS MATERIALIZED (SELECT * FROM flows)
      SELECT * FROM every WHERE \(condition) ORDER BY 1, 2, 4, 5, 6
      """)
    #expect(pushed.count == plain.count)
    #expect(zip(pushed, plain).first { $0 != $1 } == nil)
  }

  @Test("joins with another table by a column that it searches")
  func join() throws {
    let rows = try ask(
      """
      SELECT c.id, count(*), sum(f.value) FROM country c JOIN flows f ON f.importer = c.id
      WHERE f.year = 2023 AND f.edition = 'hs92' GROUP BY c.id ORDER BY c.id
      """)
    #expect(rows.map { $0[0].text } == ["CHN", "KOR", "USA"])
    #expect(rows.map { $0[1] } == [.integer(20), .integer(20), .integer(20)])
  }

  @Test("says which files to import again where an older version kept the flows")
  func earlier() throws {
    let earlier = try ReferenceTower()
    try earlier.takePack("baci-countries", "baci_country_codes.csv")
    #expect(try earlier.run("query", "SELECT * FROM flows").tables[0].rows.isEmpty)
    let text = "t,i,j,k,v,q\n2023,156,410,850511,7,1\n"
    try earlier.run("import", "baci", earlier.folder.write("BACI_HS92_Y2023.csv", text))
    // What the migration to segments leaves of flows that were kept before it.
    try earlier.write { connection in
      try connection.execute("DELETE FROM flow_segment")
      try connection.execute("DELETE FROM tower_source_part WHERE dataset = 'baci'")
    }
    let error = #expect(throws: TowerError.self) {
      try earlier.run("query", "SELECT * FROM flows WHERE year = 2023")
    }
    #expect("\(try #require(error))".contains("import again: BACI_HS92_Y2023.csv"))
  }

  @Test("a year that an older version held is missing until it is imported again, and never empty")
  func partlyAgain() throws {
    let earlier = try ReferenceTower()
    try earlier.takePack("baci-countries", "baci_country_codes.csv")
    for year in [2022, 2023] {
      let rows = (0..<5).map { "\(year),156,410,85051\($0),7,1\n" }.joined()
      try earlier.take("baci", "BACI_HS92_Y\(year).csv", "t,i,j,k,v,q\n" + rows)
    }
    try earlier.write { connection in
      try connection.execute("DELETE FROM flow_segment")
      try connection.execute("DELETE FROM tower_source_part WHERE dataset = 'baci'")
    }
    let few = "t,i,j,k,v,q\n2023,156,410,850511,7,1\n"
    let shrunk = #expect(throws: TowerError.self) {
      try earlier.take("baci", "BACI_HS92_Y2023_few.csv", few)
    }
    #expect(shrunk?.message.hasSuffix("part 'hs92/2023' would shrink from 5 to 1 rows") == true)
    try earlier.take("baci", "BACI_HS92_Y2023_few.csv", few, "--allow-shrink")
    let count = { (condition: String) in
      try earlier.run("query", "SELECT count(*) FROM flows \(condition)").tables[0].rows[0][0]
    }
    #expect(try count("WHERE year = 2023") == 1)
    #expect(try count("WHERE year > 2022 AND edition = 'hs92'") == 1)
    #expect(try count("WHERE edition = 'hs17'") == 0)
    for condition in ["", "WHERE year = 2022", "WHERE importer = 'KOR'", "WHERE year <= 2023"] {
      let error = #expect(throws: TowerError.self) { try count(condition) }
      let text = "\(try #require(error))"
      #expect(text.contains("flows of hs92/2022 were kept by an older version"))
      #expect(text.contains("import again: BACI_HS92_Y2022.csv\n"))
    }
    #expect(try earlier.run("store", "check").status == .integrity)
    try earlier.run("sources", "dismiss", "baci", "hs92/2022")
    #expect(try count("") == 1)
    #expect(try earlier.run("store", "check").status == .ok)
  }
}
