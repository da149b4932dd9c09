import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Importing the World Bank's monthly prices")
struct WorldBankPriceImportTests {
  private let tower: ReferenceTower
  private let list = "code,name,unit\nCOPPER,Copper,($/mt)\nLAMB,Lamb **,($/kg)\nNEW,New,\n"

  init() throws { tower = try ReferenceTower() }

  private func prices() throws -> [[String?]] {
    try tower.rows("SELECT series, month, price FROM commodity_price ORDER BY series, month").map {
      [$0[0].text, $0[1].text, $0[2].real.map { "\($0)" }]
    }
  }

  private func refusal(_ text: String) throws -> String {
    let error = #expect(throws: TowerError.self) {
      try tower.take("world-bank-prices", "prices.csv", text)
    }
    #expect(try prices().isEmpty, "nothing is changed")
    return error?.message ?? ""
  }

  @Test("a blank, '..' and the dots of the World Bank are months without a price, never zero")
  func missing() throws {
    let result = try tower.take(
      "world-bank-prices", "prices.csv",
      "month,COPPER,LAMB\n1960M01,715.4,\n1960M02,..,\u{2026}\n1960M03,7e2,0.73\n")
    #expect(result.rowsTaken == 3)
    #expect(
      try prices() == [
        ["COPPER", "1960-01", "715.4"], ["COPPER", "1960-02", nil], ["COPPER", "1960-03", "700.0"],
        ["LAMB", "1960-01", nil], ["LAMB", "1960-02", nil], ["LAMB", "1960-03", "0.73"],
      ])
  }

  @Test("the list of series gives names and units; a code that it does not know has no group")
  func series() throws {
    try tower.take("world-bank-prices", "prices.csv", "month,COPPER,OTHER\n1960M01,1,2\n")
    try tower.take("world-bank-prices", "series.csv", list)
    let rows = try tower.rows(
      "SELECT id, name, unit, commodity_group FROM commodity_series ORDER BY id")
    #expect(
      rows.map { $0.map(\.text) } == [
        ["COPPER", "Copper", "$/mt", "metals"], ["LAMB", "Lamb", "$/kg", "agriculture"],
        ["NEW", "New", nil, nil], ["OTHER", nil, nil, nil],
      ])
    #expect(try tower.texts("SELECT series FROM commodity_price") == ["COPPER", "OTHER"])
  }

  @Test("reads the sheet as the World Bank publishes it, by the names of the list")
  func sheet() throws {
    let sheet = """
      World Bank Commodity Price Data (The Pink Sheet),,
      "monthly prices in nominal US dollars, 1960 to present",,
      (monthly series are available only in nominal US dollars),,
      "Updated on June 02, 2023",,
      ,Copper,Lamb **
      ,($/mt),($/kg)
      1960M01,715.4,\u{2026}
      1960M02,728.19,0.7
      """
    let unknown = try refusal(sheet)
    #expect(unknown.hasPrefix(tower.folder.file("prices.csv") + ":5: "))
    #expect(unknown.contains("'Copper', 'Lamb'"))
    try tower.take("world-bank-prices", "series.csv", list)
    try tower.take("world-bank-prices", "prices.csv", sheet)
    #expect(
      try prices() == [
        ["COPPER", "1960-01", "715.4"], ["COPPER", "1960-02", "728.19"], ["LAMB", "1960-01", nil],
        ["LAMB", "1960-02", "0.7"],
      ])
  }

  @Test("a series that a file holds is replaced as a whole, and no other")
  func replaced() throws {
    try tower.take(
      "world-bank-prices", "old.csv", "month,COPPER,LAMB\n1960M01,1,2\n1960M02,1,2\n")
    try tower.take("world-bank-prices", "new.csv", "month,COPPER\n1960M02,3\n1960M03,4\n")
    #expect(
      try prices().map { $0.compactMap { $0 }.joined(separator: " ") } == [
        "COPPER 1960-02 3.0", "COPPER 1960-03 4.0", "LAMB 1960-01 2.0", "LAMB 1960-02 2.0",
      ])
  }

  @Test(
    "refuses another layout",
    arguments: [
      "Month,COPPER\n1960M01,1\n", "month\n1960M01\n", "month,COPPER,COPPER\n1960M01,1,2\n",
      "month,COPPER,\n1960M01,1,2\n", "month,COPPER price\n1960M01,1\n", "code,name\nA,B\n",
    ])
  func layout(text: String) throws {
    #expect(try refusal(text).contains(":1: the header is"))
  }

  @Test("refuses a month that stands twice, with both lines")
  func twice() throws {
    let message = try refusal("month,COPPER\n1960M01,1\n1960M02,1\n1960-01,2\n")
    #expect(message.hasSuffix(":4: 1960-01 stands in line 2 already"))
  }

  @Test(
    "keeps a row that is not as expected with its line and every fault",
    arguments: [
      ("1970M01,7x.5,-1", "COPPER is '7x.5', not a price above zero; LAMB is '-1', not a price"),
      ("1970M01,0,1", "COPPER is '0', not a price above zero"),
      ("1970M13,1,1", "'1970M13' is not a month of the calendar"),
      ("1970,1,1", "'1970' is not a month"), ("1970M01,1", "3 fields expected, 2 found"),
    ])
  func rejects(row: String, reason: String) throws {
    let many = (0..<100).map { Month(number: 1990 * 12 + $0).description + ",1,2\n" }.joined()
    let result = try tower.take(
      "world-bank-prices", "prices.csv", "month,COPPER,LAMB\n" + many + row + "\n",
      "--allow-rejects", "1")
    let rejects = try tower.rejects(of: result)
    #expect(rejects.map(\.line) == [102])
    #expect(rejects.first?.reason.hasPrefix(reason) == true)
    #expect(try prices().count == 200)
  }

  @Test("refuses the file when more rows than allowed are not as expected, naming the first")
  func tooMany() throws {
    let message = try refusal("month,COPPER\n1960M01,1\n1960M02,7x\n")
    #expect(message.contains("line 3: COPPER is '7x', not a price above zero"))
  }

  @Test("a table of random bytes is read or refused, never a crash")
  func fuzz() throws {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("month,COPPER\n1960M01.\"- …x\r".utf8)
    for _ in 0..<150 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let file = tower.folder.write("fuzz.csv", Array("month,COPPER\n".utf8) + bytes)
      do {
        try tower.run("import", "world-bank-prices", file)
      } catch let error as TowerError {
        #expect(error.message.contains("fuzz.csv"), "\(error)")
      }
    }
  }

  @Test(
    "takes the shared file without a refusal: what it leaves blank is null",
    .enabled(if: SharedData.has("data/prices/worldbank_pinksheet_series.csv"), "no shared data"))
  func shared() throws {
    let folder = SharedData.path("data/prices/")
    let list = try tower.run(
      "import", "world-bank-prices", folder + "worldbank_pinksheet_series.csv")
    #expect(list.rowsTaken == 71)
    let table = try tower.run(
      "import", "world-bank-prices", folder + "worldbank_pinksheet_monthly_1960_2023.csv")
    #expect(try tower.rejects(of: table).isEmpty)
    let series = try tower.read { try CommodityPrices.series($0) }
    #expect(series.count == 71)
    #expect(series.allSatisfy { $0.prices.count == 761 && $0.group != nil && $0.unit != nil })
    #expect(series.allSatisfy { $0.prices.allSatisfy { $0 != 0 } })
    let gas = try #require(series.first { $0.identifier == "NGAS_JP" })
    #expect(gas.first.description == "1960-01")
    #expect(gas.prices.firstIndex { $0 != nil } == 17 * 12, "it begins in January 1977")
  }
}
