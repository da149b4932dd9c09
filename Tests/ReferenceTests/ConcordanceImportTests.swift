import Kernel
import Reference
import Store
import TestSupport
import Testing

@Suite("Importing concordances of the Harmonized System")
struct ConcordanceImportTests {
  private let tower: ReferenceTower
  private static let header = "HS6_6d,HS6_4d,HS6_2d,HS0_6d,HS0_4d,HS0_2d\n"

  init() throws { tower = try ReferenceTower() }

  private func pairs() throws -> [String] {
    try tower.texts(
      """
      SELECT from_edition || '/' || from_code || ' ' || to_edition || '/' || to_code
      FROM product_concordance ORDER BY 1
      """)
  }

  @Test("the header names the editions, and a zero that led a code is restored")
  func rows() throws {
    let result = try tower.take(
      "hs-concordance", "table.csv",
      ConcordanceImportTests.header
        + "10121,101,1,10111,101,1\r\n280530,2805,28,280530,2805,28\n")
    #expect(result.rowsTaken == 2)
    #expect(try pairs() == ["hs22/010121 hs92/010111", "hs22/280530 hs92/280530"])
  }

  @Test("a file replaces the table of its two editions, and no other")
  func replacement() throws {
    let row = "280530,2805,28,280530,2805,28\n"
    try tower.take("hs-concordance", "a.csv", ConcordanceImportTests.header + row)
    try tower.take(
      "hs-concordance", "b.csv", "HS5_6d,HS5_4d,HS5_2d,HS0_6d,HS0_4d,HS0_2d\n" + row)
    try tower.take(
      "hs-concordance", "c.csv", ConcordanceImportTests.header + "280540,2805,28,280540,2805,28\n")
    #expect(try pairs() == ["hs17/280530 hs92/280530", "hs22/280540 hs92/280540"])
  }

  @Test(
    "a row that is no pair of codes, or stands twice, is kept as refused with its line and reason",
    arguments: [
      ("28053X,2805,28,280530,2805,28", "HS6_6d is '28053X', not a code of 6 digits"),
      ("-28053,2805,28,280530,2805,28", "HS6_6d is '-28053', not a code of 6 digits"),
      ("280530,2804,28,280530,2805,28", "HS6_4d is '2804', which does not lead 280530"),
      ("280530,2805,28,280530,2805,29", "HS0_2d is '29', which does not lead 280530"),
      ("1012,101,1,280530,2805,28", "HS6_6d is '1012', not a code of 6 digits"),
      ("280530,2805,28", "6 fields expected, 3 found"),
      (",,,,,", "the row is blank"),
      ("811091,8110,81,811000,8110,81", "811091 and 811000 stand on line 2 already"),
    ])
  func refusals(row: String, reason: String) throws {
    let good = (10...60).map { "8110\($0),8110,81,811000,8110,81\n" }.joined()
    let first = "811091,8110,81,811000,8110,81\n"
    let result = try tower.take(
      "hs-concordance", "table.csv", ConcordanceImportTests.header + first + good + row + "\n",
      "--allow-rejects", "1")
    #expect(result.rowsTaken == 52)
    let rejects = try tower.rejects(of: result)
    #expect(rejects.map(\.line) == [54])
    #expect(rejects.map(\.reason) == [reason])
  }

  @Test(
    "another header, one edition twice, an edition that is none and a file cut off are refused",
    arguments: [
      "HS6_6d,HS6_4d,HS6_2d,HS6_6d,HS6_4d,HS6_2d", "HS6_6d,HS6_4d,HS6_2d,HS7_6d,HS7_4d,HS7_2d",
      "HS6_6d,HS6_4d,HS6_2d", "HS6_6d,HS6_2d,HS6_4d,HS0_6d,HS0_4d,HS0_2d", "from,to",
      "HS06_6d,HS6_4d,HS6_2d,HS0_6d,HS0_4d,HS0_2d",
    ])
  func headers(header: String) throws {
    let error = #expect(throws: TowerError.self) {
      try tower.take(
        "hs-concordance", "t.csv", header + "\n280530,2805,28,280530,2805,28\n")
    }
    #expect(error?.message.contains(":1: the header is '\(header)'") == true)
    #expect(error?.hints.first?.contains("'HSa_6d,") == true)
    #expect(try pairs().isEmpty)
  }

  @Test("bytes changed at random either import or are refused; they never stop the program")
  func fuzz() throws {
    var random = SeededGenerator(seed: 11)
    let text = Array(
      (ConcordanceImportTests.header
        + "010121,0101,01,010111,0101,01\n280530,2805,28,\"280530\",2805,28\n")
        .utf8)
    var refused = 0
    for round in 0..<150 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
      let file = tower.folder.write("fuzz\(round).csv", bytes)
      do {
        try tower.run("import", "hs-concordance", file)
      } catch is TowerError {
        refused += 1
      }
    }
    #expect(refused > 50)
    #expect(
      try tower.texts(
        "SELECT from_code FROM product_concordance WHERE from_code NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'"
      ).isEmpty)
  }

  @Test("codes that are none of the products held are kept, and that is said")
  func unknown() throws {
    try tower.take("hs", "hs92.csv", "code,desc\n280530,Rare-earth metals\n")
    let result = try tower.take(
      "hs-concordance", "table.csv",
      ConcordanceImportTests.header
        + "280530,2805,28,280530,2805,28\n280540,2805,28,280540,2805,28\n")
    #expect(result.rowsTaken == 2)
    #expect(result.notes.count == 1)
    #expect(
      result.notes[0].hasSuffix(
        "1 of 2 codes are none of the products of hs92 that are held, and are kept: 280540"))
  }

  private static let published = (1...6).flatMap { newer in
    (0..<newer).map { "data/hs/hs\(newer)_hs\($0).csv.gz" }
  }

  @Test(
    "all 21 published tables import; the one row refused is blank",
    .enabled(if: published.allSatisfy(SharedData.has)))
  func full() throws {
    var rows: Int64 = 0
    var rejects: [String] = []
    for file in ConcordanceImportTests.published {
      let result = try tower.run("import", "hs-concordance", SharedData.path(file))
      rows += result.rowsTaken ?? 0
      rejects += try tower.rejects(of: result).map { "\(file):\($0.line): \($0.reason)" }
    }
    #expect(rejects == ["data/hs/hs3_hs0.csv.gz:5054: the row is blank"])
    #expect(try tower.rows("SELECT count(*) FROM product_concordance") == [[.integer(rows)]])
    #expect(rows == 112_173)
  }
}
