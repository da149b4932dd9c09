import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Importing products of the Harmonized System")
struct ProductImportTests {
  private let tower: ReferenceTower

  init() throws { tower = try ReferenceTower() }

  private func products(_ edition: String) throws -> [[String?]] {
    try tower.rows(
      "SELECT code, level, parent, title FROM product WHERE edition = '\(edition)' ORDER BY code"
    ).map { [$0[0].text, $0[1].integer.map(String.init), $0[2].text, $0[3].text] }
  }

  @Test("all three layouts give codes with the zero that led them and with parents")
  func layouts() throws {
    try tower.take(
      "hs", "hs0_desc.csv", "code,desc\n1,Animals\n101,\"Horses, live\"\n10111,Pure-bred\n")
    try tower.take(
      "hs", "harmonized-system-2022.csv",
      """
      section,hscode,description,parent,level
      I,01,Animals,TOTAL,2
      I,0101,Horses,01,4
      I,010121,Pure-bred,0101,6
      """)
    try tower.take("hs", "hs17_codes.csv", "code,description\n010121,Pure-bred\n")
    #expect(
      try products("hs92") == [
        ["01", "2", nil, "Animals"], ["0101", "4", "01", "Horses, live"],
        ["010111", "6", "0101", "Pure-bred"],
      ])
    #expect(try products("hs22").map { $0[2] } == [nil, "01", "0101"])
    #expect(try products("hs17") == [["010121", "6", nil, "Pure-bred"]])
  }

  @Test("a code whose parent the file lacks is kept, and that is said")
  func orphans() throws {
    let result = try tower.take(
      "hs", "hs92.csv", "code,desc\n01,Animals\n010111,Pure-bred\n0102,Bovine\n")
    #expect(result.rowsTaken == 3)
    #expect(result.notes.count == 1)
    #expect(
      result.notes[0].hasSuffix("1 of 3 codes are kept without a parent, which the file lacks"))
  }

  @Test("what is no code, and a code that stands twice, are kept as refused with their lines")
  func refusals() throws {
    let many = (10...40).map { "01\($0),x\n" }.joined()
    let result = try tower.take(
      "hs", "hs92.csv", "code,desc\n" + many + "9999AA,Unspecified\n0110,again\n",
      "--allow-rejects", "2")
    let rejects = try tower.rejects(of: result)
    #expect(
      rejects.map(\.reason) == [
        "'9999AA' is not a code of two, four or six digits", "0110 stands in the file already",
      ])
    #expect(rejects.map(\.line) == [33, 34])
  }

  @Test("asks for the edition when neither card nor name says it, and refuses a card's wrong one")
  func edition() throws {
    let unsaid = #expect(throws: TowerError.self) {
      try tower.take("hs", "list.csv", "code,desc\n01,Animals\n")
    }
    #expect(unsaid?.hints.first?.contains("--edition") == true)
    _ = tower.folder.write(
      "list.csv.card.yaml",
      """
      dataset: hs
      publisher: A
      title: B
      licence: C
      parameters: {edition: hs93}
      """)
    let wrong = #expect(throws: TowerError.self) {
      try tower.take("hs", "list.csv", "code,desc\n01,Animals\n")
    }
    #expect(wrong?.message.contains("the source card says edition 'hs93'") == true)
    try tower.take("hs", "list.csv", "code,desc\n01,Animals\n", "--edition", "hs96")
    #expect(try products("hs96").count == 1)
  }

  @Test(
    "the short name is preferred to the publisher's title, and a heading stands in for its code")
  func titles() throws {
    try tower.take("hs", "hs92.csv", "code,desc\n2805,Metals\n280530,\"Earth-metals, rare\"\n")
    try tower.take(
      "product-names", "names.csv",
      "product,name_en,name_ko\nhs92/280530,Rare-earth metals,희토류금속\nhs17/01,Animals,동물\n")
    let title = { (code: String) in
      try tower.read { try Products.title(of: try ProductCode(code), $0) }
    }
    #expect(
      try title("hs92/280530") == LocalizedText("Rare-earth metals", korean: "희토류금속"))
    #expect(try title("hs92/280540") == LocalizedText("Metals"))
    #expect(try title("hs92/990000") == nil)
    #expect(try title("hs17/010121")?.korean == "동물")
  }

  private static let lists = [
    ("hs0_desc.csv.gz", "hs92", 6379, 1), ("hs5_desc.csv.gz", "hs17", 6708, 0),
    ("hs6_desc.csv.gz", "hs22", 6939, 0), ("harmonized-system-2022.csv", "hs22", 6939, 1),
  ]

  @Test(
    "the full lists import, and every code below a chapter has its parent",
    .enabled(if: lists.allSatisfy { SharedData.has("data/hs/" + $0.0) }), arguments: lists)
  func full(file: String, edition: String, rows: Int, refused: Int) throws {
    let result = try tower.run("import", "hs", SharedData.path("data/hs/" + file))
    #expect(result.rowsTaken == Int64(rows))
    #expect(try tower.rejects(of: result).count == refused)
    #expect(result.notes.isEmpty)
    let without = try tower.rows(
      "SELECT count(*) FROM product WHERE edition = '\(edition)' AND level > 2 AND parent IS NULL")
    #expect(without == [[.integer(0)]])
  }
}
