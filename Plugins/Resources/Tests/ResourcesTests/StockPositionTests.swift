import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

private let header =
  "agency,material,kind,amount,unit,days,consumption_per_year,as_of,marking,note\n"

@Suite("Stock positions")
struct StockPositionTests {
  private let resources: ResourcesTower

  init() throws {
    resources = try ResourcesTower(
      configuration: """
        agency: {id: motir, name: {en: Industry}, country: KOR}
        markings: {holds: [TLP:CLEAR, TLP:GREEN, TLP:AMBER]}
        """)
    try resources.importNames()
  }

  private func importRows(_ rows: String...) throws {
    try resources.importText(
      "stock-positions", header + rows.map { $0 + "\n" }.joined(), file: "stocks.csv")
  }

  @Test("are shown with their days of use, by the statement or by their own consumption")
  func daysOfUse() throws {
    try importRows(
      "pps,tin,held,100,t,,365,2026-10-01,TLP:GREEN,", "pps,zinc,held,5,t,,,2026-10-01,TLP:GREEN,",
      "komir,tin,target,,,60,,2026-01-01,TLP:CLEAR,public")
    let rows = try resources.answer("resources", "stocks")
    #expect(rows.map { $0["material"] } == ["tin", "tin", "zinc"])
    #expect(rows.map { $0["kind"] } == ["target", "held", "held"])
    #expect(rows.map { $0["days_of_use"] } == [60.0, 100.0, .null])
    #expect(try resources.answer("resources", "stocks", "--material", "zinc").count == 1)
  }

  @Test("that may not be held here are kept back in commands and questions, and counted")
  func markings() throws {
    try importRows(
      "pps,tin,held,1,t,,,2026-10-01,TLP:AMBER,", "pps,lead,held,2,t,,,2026-10-01,TLP:RED,",
      "pps,zinc,held,3,t,,,2026-10-01,\"TLP:AMBER REL moef,nso\",",
      "pps,nickel,held,4,t,,,2026-10-01,\"TLP:AMBER REL motir,nso\",")
    let result = try resources.run("resources", "stocks")
    #expect(result.tables[0].rows.map { $0[1] } == ["nickel", "tin"])
    #expect(
      result.notes == ["2 positions are kept back: this deployment may not hold the marking"])
    #expect(result.marking == Marking(.amber, releasableTo: ["motir", "nso"]))
    let asked = try resources.run("query", "SELECT material FROM stock_position ORDER BY 1")
    #expect(asked.tables[0].rows == [["nickel"], ["tin"]])
    let refusal = #expect(throws: TowerError.self) {
      try resources.run("query", "SELECT * FROM resources_stock")
    }
    #expect(refusal?.status == .denied)
    let source = try resources.tower.read {
      try $0.first("SELECT marking FROM tower_source WHERE dataset = 'stock-positions'")
    }
    #expect(source?[0].text == "TLP:RED REL nso")
  }

  @Test("of a later day than asked for do not count")
  func validTime() throws {
    try importRows(
      "pps,tin,held,1,t,,,2026-10-01,TLP:CLEAR,", "pps,tin,held,2,t,,,2026-11-01,TLP:CLEAR,")
    let now = try resources.answer("resources", "stocks")
    #expect(now.map { $0["amount"] } == [2.0, 1.0])
    let before = try resources.answer("resources", "stocks", "--as-of", "2026-10-15")
    #expect(before.map { $0["amount"] } == [1.0])
  }

  @Test("of a file replace those of the same agency and kind, and no others")
  func replacement() throws {
    try importRows(
      "pps,tin,held,1,t,,,2026-10-01,TLP:CLEAR,", "pps,tin,target,,,60,,2026-10-01,TLP:CLEAR,",
      "komir,tin,held,2,t,,,2026-10-01,TLP:CLEAR,")
    try importRows("pps,lead,held,3,t,,,2026-11-01,TLP:CLEAR,")
    let rows = try resources.answer("resources", "stocks")
    #expect(rows.map { $0["agency"] } == ["pps", "komir", "pps"])
    #expect(rows.map { $0["kind"] } == ["held", "held", "target"])
  }

  @Test("without a marking, a unit, a known material, or with both amount and days, are refused")
  func refusals() throws {
    try importRows(
      "pps,tin,held,1,t,,,2026-10-01,TLP:CLEAR,", "pps,lead,held,1,t,,,2026-10-01,,",
      "pps,zinc,held,1,,,,2026-10-01,TLP:CLEAR,", "pps,tinn,held,1,t,,,2026-10-01,TLP:CLEAR,",
      "pps,nickel,held,1,t,3,,2026-10-01,TLP:CLEAR,", "pps,nickel,held,,,,,2026-10-01,TLP:CLEAR,",
      "pps,copper,owned,1,t,,,2026-10-01,TLP:CLEAR,",
      "pps,copper,held,1,USD,,,2026-10-01,TLP:CLEAR,",
      "pps,copper,held,1,t,,0,2026-10-01,TLP:CLEAR,", "pps,copper,held,1,t,,,2026-02-30,TLP:CLEAR,")
    let reasons = try resources.rejects("stock-positions")
    #expect(reasons.count == 9)
    #expect(reasons[0].hasPrefix("3: '' is not a marking"))
    #expect(reasons[1] == "4: an amount and a consumption need a unit")
    #expect(reasons[2] == "5: 'tinn' is not a material of the store; did you mean tin?")
    #expect(reasons[3].hasPrefix("6: either an amount or days"))
    #expect(reasons[4].hasPrefix("7: either an amount or days"))
    #expect(reasons[5] == "8: 'owned' is not a kind; the kinds are held, target")
    #expect(reasons[6] == "9: 'USD' is not a unit of mass or volume")
    #expect(reasons[7] == "10: the consumption is not above zero")
    #expect(reasons[8].hasPrefix("11: '2026-02-30' is not a day"))
  }

  @Test("that are bundled are public targets of known materials, in days, each with its source")
  func bundled() throws {
    try resources.importBundled("stock-positions", "public_stock_targets.csv")
    #expect(try resources.rejects("stock-positions").isEmpty)
    let rows = try resources.answer("resources", "stocks")
    #expect(rows.count > 15)
    for row in rows {
      #expect(row["kind"] == "target")
      #expect(row["amount"] == .null)
      #expect(row["marking"] == "TLP:CLEAR")
      #expect([60.0, 100.0].contains(row["days_of_use"]?.real))
      #expect(row["note"]?.text?.contains("December 2022") == true)
    }
  }
}
