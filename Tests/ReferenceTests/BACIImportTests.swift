import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Importing BACI")
struct BACIImportTests {
  private let tower: ReferenceTower
  private var folder: ScratchFolder { tower.folder }

  init() throws {
    tower = try ReferenceTower()
    try tower.take(
      "baci-countries", "codes.csv",
      """
      country_code,country_name,country_iso2,country_iso3
      410,Rep. of Korea,KR,KOR
      699,India,IN,IND
      490,"Other Asia, nes",,S19
      56,Belgium,BE,BEL
      58,Belgium-Luxembourg (...1998),BE,BEL
      """)
  }

  private func flows() throws -> [[Value]] {
    try tower.read { connection in
      var rows: [[Value]] = []
      for year in try TradeFlows.years(edition: "hs92", connection) {
        try TradeFlows.forEach(edition: "hs92", year: year, connection) { flow in
          rows.append([
            Value(year), .text(flow.product), .text(flow.importer), .text(flow.exporter),
            .real(flow.value), Value(flow.quantity),
          ])
        }
      }
      return rows
    }
  }

  @Test("knows BACI's own codes: India is 699 and 490 is Taiwan; former countries stay apart")
  func codes() throws {
    let rows = try tower.read { try $0.rows("SELECT baci_code, id FROM country ORDER BY id") }
    #expect(rows.map { $0[1].text } == ["BEL", "BEL-58", "IND", "KOR", "TWN"])
  }

  @Test("says of a file without flows that it holds none")
  func noRows() throws {
    let file = folder.write("BACI_HS92_Y2023.csv", "t,i,j,k,v,q\n")
    let error = #expect(throws: TowerError.self) { try tower.run("import", "baci", file) }
    #expect(error?.message == "\(file) holds no rows")
  }

  @Test("refuses an edition that is not the one that the file's name says")
  func contradiction() throws {
    let file = folder.write("BACI_HS92_Y2023.csv", "t,i,j,k,v,q\n2023,56,410,280530,1,1\n")
    let error = #expect(throws: TowerError.self) {
      try tower.run("import", "baci", file, "--edition", "hs17")
    }
    #expect(error?.message.hasSuffix("the name says hs92, the import hs17") == true)
    #expect(try flows().isEmpty)
    try tower.run("import", "baci", file, "--edition", "hs92")
  }

  @Test("says that a file without an end of its last line may have been cut in the last number")
  func openEnd() throws {
    let file = folder.write("BACI_HS92_Y2023.csv", "t,i,j,k,v,q\n2023,56,410,280530,1,342.0")
    let note = try tower.run("import", "baci", file).notes.first
    #expect(note?.contains("its last line has no end") == true)
    let whole = folder.write("BACI_HS92_Y2022.csv", "t,i,j,k,v,q\n2022,56,410,280530,1,342.0\n")
    #expect(try tower.run("import", "baci", whole).notes.isEmpty)
  }

  @Test("pads codes, and keeps an unknown quantity apart from zero")
  func values() throws {
    let file = folder.write(
      "BACI_HS92_Y2023.csv",
      "t,i,j,k,v,q\r\n2023,699,410,10111,1.5,0\n2023,490,410,280530,2,\n2023,56,410,280530,3,NA\n")
    try tower.run("import", "baci", file)
    let found = try flows()
    #expect(
      found == [
        [.integer(2023), .text("010111"), .text("KOR"), .text("IND"), .real(1.5), .real(0)],
        [.integer(2023), .text("280530"), .text("KOR"), .text("BEL"), .real(3), .null],
        [.integer(2023), .text("280530"), .text("KOR"), .text("TWN"), .real(2), .null],
      ])
  }

  @Test("a year replaces that year alone, and a fault leaves everything as it was")
  func replacement() throws {
    let both = folder.write(
      "hs92_both.csv", "t,i,j,k,v,q\n2022,56,410,280530,1,1\n2023,56,410,280530,1,1\n")
    try tower.run("import", "baci", both)
    let one = folder.write("hs92_one.csv", "t,i,j,k,v,q\n2023,56,410,280530,9,1\n")
    try tower.run("import", "baci", one)
    #expect(try flows().map { $0[4].real } == [1, 9])
    let twice = folder.write(
      "hs92_twice.csv", "t,i,j,k,v,q\n2023,56,410,280530,5,1\n2023,56,410,280530,6,1\n")
    let error = #expect(throws: TowerError.self) { try tower.run("import", "baci", twice) }
    #expect(error?.message.contains(":3: this flow stands on line 2 already") == true)
    #expect(try flows().map { $0[4].real } == [1, 9])
  }

  @Test("a letter in one number of many refuses the file with its line, and the year before stays")
  func oneLetter() throws {
    let rows = (0..<500).map { "2023,56,410,\(280000 + $0),1,1\n" }
    let whole = folder.write("hs92_whole.csv", "t,i,j,k,v,q\n" + rows.joined())
    try tower.run("import", "baci", whole)
    let damaged = rows.joined().replacing("280400,1,1", with: "280400,l,1")
    let file = folder.write("hs92_damaged.csv", "t,i,j,k,v,q\n" + damaged)
    let error = #expect(throws: TowerError.self) { try tower.run("import", "baci", file) }
    #expect(error?.message.hasSuffix("line 402: v is not a value in thousand dollars") == true)
    #expect(try flows().count == 500)
    let taken = try tower.run("import", "baci", file, "--allow-rejects", "1")
    #expect(taken.rowsTaken == 499)
    #expect(try tower.rejects(of: taken).map(\.line) == [402])
  }

  @Test("refuses another header, a letter in a number, a country it does not know, and no edition")
  func refusals() throws {
    let header = folder.write("hs92_a.csv", "year,i,j,k,v,q\n2023,56,410,280530,1,1\n")
    #expect(throws: TowerError.self) { try tower.run("import", "baci", header) }
    let letters = folder.write("hs92_b.csv", "t,i,j,k,v,q\n2023,56,410,280530,1x,1\n")
    let letter = #expect(throws: TowerError.self) { try tower.run("import", "baci", letters) }
    #expect(letter?.message.contains("line 2: v is not a value") == true)
    let unknown = folder.write("hs92_c.csv", "t,i,j,k,v,q\n2023,999,410,280530,1,1\n")
    #expect(throws: TowerError.self) { try tower.run("import", "baci", unknown) }
    let nameless = folder.write("flows.csv", "t,i,j,k,v,q\n2023,56,410,280530,1,1\n")
    let edition = #expect(throws: TowerError.self) { try tower.run("import", "baci", nameless) }
    #expect(edition?.hints.first?.contains("--edition") == true)
    try tower.run("import", "baci", nameless, "--edition", "hs92")
    #expect(try flows().count == 1)
  }

  @Test(
    "reads the years of CEPII's archive as they are, whatever their edition, and names the rest")
  func archive() throws {
    var archive = ZipArchive()
    archive.add("Readme.txt", "BACI")
    archive.add("BACI_HS92_Y2022_V202501.csv", "t,i,j,k,v,q\n2022,699,410,10111,1.5,\n")
    archive.add("BACI_HS92_Y2023_V202501.csv", "t,i,j,k,v,q\n2023,699,410,10111,2.5,  NA\n")
    archive.add("country_codes_V202501.csv", "country_code,country_name\n")
    let result = try tower.run("import", "baci", folder.write("BACI_HS92.zip", archive.bytes))
    #expect(result.rowsTaken == 2)
    #expect(result.notes.first?.contains("Readme.txt, country_codes_V202501.csv") == true)
    #expect(try flows().map { $0[4].real } == [1.5, 2.5])
    archive.add("BACI_HS92_Y2023_V202601.csv", "t,i,j,k,v,q\n2023,699,410,10111,9,\n")
    let twice = folder.write("BACI_HS92_twice.zip", archive.bytes)
    let error = #expect(throws: TowerError.self) { try tower.run("import", "baci", twice) }
    #expect(
      error?.message.hasSuffix(
        "BACI_HS92_Y2023_V202601.csv: another file of the archive holds flows of 2023 already")
        == true)
    #expect(try flows().map { $0[4].real } == [1.5, 2.5])
  }

  @Test("a fault inside an archive is told with its file and line")
  func archiveFault() throws {
    var archive = ZipArchive()
    archive.add("BACI_HS92_Y2022_V202501.csv", "t,i,j,k,v,q\n2022,699,410,10111,1.5,\n", .streamed)
    archive.add("BACI_HS92_Y2023_V202501.csv", "year,i,j,k,v,q\n2023,699,410,10111,2.5,\n")
    let file = folder.write("BACI.zip", archive.bytes)
    let error = #expect(throws: TowerError.self) { try tower.run("import", "baci", file) }
    #expect(
      error?.message.contains("BACI.zip:BACI_HS92_Y2023_V202501.csv:1: the header is") == true)
    #expect(try flows().isEmpty)
  }

  private static let published = "data/flows/baci_hs92_raw_materials_1995_2024.csv.gz"

  @Test(
    "the full file imports without a refusal; a flow in twenty has no quantity, which is not zero",
    .enabled(if: SharedData.has(published)))
  func full() throws {
    let codes = project + "/config/reference/baci_country_codes.csv"
    try tower.run("import", "baci-countries", codes)
    let result = try tower.run("import", "baci", SharedData.path(BACIImportTests.published))
    #expect(result.rowsTaken == 1_264_888)
    #expect(try tower.rejects(of: result).isEmpty)
    let held = try flows()
    #expect(held.count == 1_264_888)
    #expect(held.count { $0[5].isNull } == 61_682)
    #expect(held.allSatisfy { $0[1].text?.count == 6 })
    #expect(try tower.read { try TradeFlows.years(edition: "hs92", $0) } == Array(1995...2024))
  }

  @Test(
    "BACI's number of a country is ISO's but for the six that it counts its own way",
    .enabled(if: SharedData.has("data/iso/iso_3166-1.json")))
  func numbers() throws {
    let iso = SharedData.path("data/iso/iso_3166-1.json")
    try tower.run(
      "import", "baci-countries", project + "/config/reference/baci_country_codes.csv")
    try tower.run("import", "iso-countries", iso)
    let differing = try tower.rows(
      """
      SELECT id, baci_code, iso_numeric FROM country JOIN country_name ON country = id
      WHERE baci_code <> iso_numeric ORDER BY id
      """)
    #expect(
      differing.map {
        [$0[0].text, $0[1].integer.map(String.init), $0[2].integer.map(String.init)]
      }
        == [
          ["CHE", "757", "756"], ["FRA", "251", "250"], ["IND", "699", "356"],
          ["NOR", "579", "578"], ["TWN", "490", "158"], ["USA", "842", "840"],
        ])
  }
}
