import Kernel
import Store
import TestSupport
import Testing

private let header =
  "commodity,Country,Country_Code,Country_ISO,unit,data_source,year,production\n"

@Suite("World Mining Data")
struct WorldMiningImportTests {
  private let resources: ResourcesTower

  init() throws {
    resources = try ResourcesTower(configuration: ResourcesTower.lenient)
    try resources.importNames()
  }

  private func stored(_ columns: String) throws -> [[Value]] {
    try resources.tower.read {
      try $0.rows(
        "SELECT \(columns) FROM resources_production ORDER BY year, material, country")
    }
  }

  @Test("keeps blank production as unknown, zero as zero, and each unit as it is")
  func amounts() throws {
    try resources.importText(
      "world-mining",
      header + """
        Antimony,China,156,CHN,metr. t,r,2023,41000.0
        Antimony,Canada,124,CAN,metr. t,e,2023,
        Antimony,Honduras,340,HND,metr. t,nan,2023,0.0
        Gold,Peru,604,PER,kg,p,2023,99.5
        Diamonds (Ind),Botswana,72,BWA,ct,r,2023,7.0
        Natural Gas,Qatar,634,QAT,Mio m3,r,2023,5.0

        """)
    #expect(
      try stored("material, country, amount, unit, data_flag") == [
        ["antimony", "CAN", .null, "t", "e"], ["antimony", "CHN", 41000.0, "t", "r"],
        ["antimony", "HND", 0.0, "t", .null], ["diamonds-ind", "BWA", 7.0, "ct", "r"],
        ["gold", "PER", 99.5, "kg", "p"], ["natural-gas", "QAT", 5.0, "Mm3", "r"],
      ])
  }

  @Test("knows a producer by BACI's number, and the three whose code is not their own by the name")
  func countries() throws {
    try resources.importText(
      "world-mining",
      header + """
        Gold,Guyana,328,GUY,kg,r,2023,2.0
        Gold,French Guiana,328,GUY,kg,e,2023,1.0
        Gold,India,699,IND,kg,r,2023,3.0
        Gold,Taiwan,490,S19,kg,r,2023,4.0
        Gold,Kosovo,697,R20,kg,r,2023,5.0
        Gold,Nowhere,999,NWH,kg,r,2023,6.0
        Gold,Chile,156,CHL,kg,r,2023,7.0

        """)
    #expect(
      try stored("country, amount") == [
        ["GUF", 1.0], ["GUY", 2.0], ["IND", 3.0], ["TWN", 4.0], ["XKX", 5.0],
      ])
    #expect(
      try resources.rejects("world-mining") == [
        "7: Nowhere: 999 is not a country code of BACI",
        "8: Chile: 156 is CHN, and the row says CHL",
      ])
  }

  @Test("refuses with the line what is no material, unit, amount or second row")
  func refusals() throws {
    try resources.importText(
      "world-mining",
      header + """
        Antimony,China,156,CHN,metr. t,r,2023,1.0
        Antymony,China,156,CHN,metr. t,r,2023,1.0
        Antimony,Peru,604,PER,barrels,r,2023,1.0
        Antimony,Peru,604,PER,metr. t,r,2023,-1.0
        Antimony,China,156,CHN,metr. t,r,2023,2.0
        Antimony,Russia,643,RUS,metr. t,r,2023,1.0
        Antimony,Mexico,484,MEX,metr. t,r,2023,1.0
        Antimony,Turkey,792,TUR,metr. t,r,2023,1.0

        """)
    #expect(try stored("country").map(\.first?.text) == ["CHN", "MEX", "RUS", "TUR"])
    #expect(
      try resources.rejects("world-mining") == [
        "3: 'Antymony' is not a material of the store; did you mean Antimony?",
        "4: 'barrels' is not a unit; the units are Mio m3, ct, kg, metr. t",
        "5: '-1.0' is not an amount", "6: Antimony, CHN, 2023 stands in the file already",
      ])
  }

  @Test("compares the printed total with the sum of the countries, and keeps it out of them")
  func totals() throws {
    try resources.importText(
      "world-mining",
      header + """
        Tin,China,156,CHN,metr. t,r,2022,60.0
        Tin,Peru,604,PER,metr. t,r,2022,40.0
        Tin,Total,DELETE,DELETE,metr. t,nan,2022,100.0
        Tin,China,156,CHN,metr. t,r,2023,60.0
        Tin,Total,DELETE,DELETE,metr. t,nan,2023,70.0

        """)
    #expect(try stored("country").count == 3)
    #expect(
      try resources.rejects("world-mining") == [
        "6: the printed total 70.0 is not the sum of the countries, 60.0; shares are of the sum"
      ])
  }

  @Test("replaces a year as a whole, leaves the others, and takes the same bytes once")
  func replacement() throws {
    let first = "Tin,China,156,CHN,metr. t,r,2022,1.0\nTin,China,156,CHN,metr. t,r,2023,1.0\n"
    try resources.importText("world-mining", header + first)
    let again = try resources.importText("world-mining", header + first)
    #expect(again[1] == "unchanged")
    try resources.importText("world-mining", header + "Tin,Peru,604,PER,metr. t,r,2023,2.0\n")
    #expect(try stored("country, year") == [["CHN", 2022], ["PER", 2023]])
  }

  @Test("another layout, or a store without materials, stops the import and says so")
  func layout() throws {
    let error = #expect(throws: TowerError.self) {
      try resources.importText("world-mining", "a,b\n1,2\n")
    }
    #expect(error?.message.hasSuffix("the header is 'a,b'") == true)
    let empty = try ResourcesTower()
    #expect(throws: TowerError.self) { try empty.importText("world-mining", header + "x\n") }
  }

  @Test("a re-import of the materials leaves production as it is")
  func materialsAgain() throws {
    try resources.importText("world-mining", header + "Tin,Peru,604,PER,metr. t,r,2023,2.0\n")
    try resources.run(
      "import", "materials", projectFolder + "/config/reference/materials_hs92.csv.gz",
      "--edition", "hs92")
    #expect(try stored("country").count == 1)
  }

  @Test("a damaged file is taken in part with its refusals, or not at all, and never half")
  func damage() throws {
    let rows = [
      "Tin,China,156,CHN,metr. t,r,2023,60.0", "Tin,Peru,604,PER,metr. t,e,2023,",
      "Tin,Total,DELETE,DELETE,metr. t,nan,2023,60.0",
      "Gold,\"Korea, South\",410,KOR,kg,r,2022,1.5",
    ]
    let clean = Array((header + rows.map { $0 + "\n" }.joined()).utf8)
    var random = SeededGenerator(seed: 41)
    for round in 0..<150 {
      var bytes = clean
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[position] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: position)
        default: bytes.insert(.random(in: 0...255, using: &random), at: position)
        }
      }
      let before = try stored("count(*)")
      do {
        let row = try resources.run(
          "import", "world-mining", resources.folder.write("damaged-\(round).csv", bytes)
        ).tables[0].rows[0]
        guard row[1] == "imported" else { continue }
        let accepted = try #require(row[3].integer)
        #expect((1...4).contains(accepted))
        let source = try #require(row[2].text)
        let held = try resources.tower.read {
          try $0.first(
            "SELECT count(*), min(amount) FROM resources_production WHERE source_id = ?",
            [.text(source)])
        }
        #expect(held?[0].integer == accepted)
        #expect((held?[1].real ?? 0) >= 0)
      } catch is TowerError {
        #expect(try stored("count(*)") == before)
      }
    }
  }
}
