import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Importing BACI")
struct BACIImportTests {
  private let folder = ScratchFolder()
  private let tower: Tower

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, ReferenceModule.self]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    let codes = folder.write(
      "codes.csv",
      """
      country_code,country_name,country_iso2,country_iso3
      410,Rep. of Korea,KR,KOR
      699,India,IN,IND
      490,"Other Asia, nes",,S19
      56,Belgium,BE,BEL
      58,Belgium-Luxembourg (...1998),BE,BEL
      """)
    _ = try run("import", "baci-countries", codes)
  }

  @discardableResult
  private func run(_ words: String...) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  private func flows() throws -> [[Value]] {
    try tower.read {
      try $0.rows(
        "SELECT year, product, importer, exporter, value, quantity FROM flow ORDER BY 1, 4")
    }
  }

  @Test("knows BACI's own codes: India is 699 and 490 is Taiwan; former countries stay apart")
  func codes() throws {
    let rows = try tower.read { try $0.rows("SELECT baci_code, id FROM country ORDER BY id") }
    #expect(rows.map { $0[1].text } == ["BEL", "BEL-58", "IND", "KOR", "TWN"])
  }

  @Test("pads codes, and keeps an unknown quantity apart from zero")
  func values() throws {
    let file = folder.write(
      "BACI_HS92_Y2023.csv",
      "t,i,j,k,v,q\r\n2023,699,410,10111,1.5,0\n2023,490,410,280530,2,\n2023,56,410,280530,3,NA\n")
    try run("import", "baci", file)
    let found = try flows()
    #expect(
      found == [
        [.integer(2023), .text("280530"), .text("KOR"), .text("BEL"), .real(3), .null],
        [.integer(2023), .text("010111"), .text("KOR"), .text("IND"), .real(1.5), .real(0)],
        [.integer(2023), .text("280530"), .text("KOR"), .text("TWN"), .real(2), .null],
      ])
  }

  @Test("a year replaces that year alone, and a fault leaves everything as it was")
  func replacement() throws {
    let both = folder.write(
      "hs92_both.csv", "t,i,j,k,v,q\n2022,56,410,280530,1,1\n2023,56,410,280530,1,1\n")
    try run("import", "baci", both)
    let one = folder.write("hs92_one.csv", "t,i,j,k,v,q\n2023,56,410,280530,9,1\n")
    try run("import", "baci", one)
    #expect(try flows().map { $0[4].real } == [1, 9])
    let twice = folder.write(
      "hs92_twice.csv", "t,i,j,k,v,q\n2023,56,410,280530,5,1\n2023,56,410,280530,6,1\n")
    let error = #expect(throws: TowerError.self) { try run("import", "baci", twice) }
    #expect(error?.message.contains(":3: this flow stands in the file already") == true)
    #expect(try flows().map { $0[4].real } == [1, 9])
  }

  @Test("refuses another header, a letter in a number, a country it does not know, and no edition")
  func refusals() throws {
    let header = folder.write("hs92_a.csv", "year,i,j,k,v,q\n2023,56,410,280530,1,1\n")
    #expect(throws: TowerError.self) { try run("import", "baci", header) }
    let letters = folder.write("hs92_b.csv", "t,i,j,k,v,q\n2023,56,410,280530,1x,1\n")
    let letter = #expect(throws: TowerError.self) { try run("import", "baci", letters) }
    #expect(letter?.message.contains("line 2: v is not a value") == true)
    let unknown = folder.write("hs92_c.csv", "t,i,j,k,v,q\n2023,999,410,280530,1,1\n")
    #expect(throws: TowerError.self) { try run("import", "baci", unknown) }
    let nameless = folder.write("flows.csv", "t,i,j,k,v,q\n2023,56,410,280530,1,1\n")
    let edition = #expect(throws: TowerError.self) { try run("import", "baci", nameless) }
    #expect(edition?.hints.first?.contains("--edition") == true)
    try run("import", "baci", nameless, "--edition", "hs92")
    #expect(try flows().count == 1)
  }
}
