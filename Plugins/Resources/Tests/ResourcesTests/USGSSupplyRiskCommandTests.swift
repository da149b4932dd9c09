import Kernel
import Store
import TestSupport
import Testing

@Suite("The supply risk of the USGS as a command")
struct USGSSupplyRiskCommandTests {
  private func imported(_ antimony: Antimony, years: [Int] = [2022]) throws {
    func rows(_ header: String, _ lines: (Int) -> [String]) -> String {
      ([header] + years.flatMap(lines)).map { $0 + "\n" }.joined()
    }
    try antimony.resources.importText(
      "supplier-standing",
      rows("importer,year,country,policy_perception,unwillingness") {
        ["KOR,\($0),CHN,40,0.9", "KOR,\($0),AUS,90,0.1"]
      })
    try antimony.resources.importText(
      "domestic-supply",
      rows("importer,year,material,secondary_production,stock_release") {
        ["KOR,\($0),antimony,5,-5"]
      })
    try antimony.resources.importText(
      "industry-expenditure",
      rows(
        "importer,year,material,industry,value_added,expenditure,operating_profit,domestic_product,currency"
      ) {
        ["KOR,\($0),antimony,flame retardants,20,3,10,1000,MUSD"]
      })
  }

  @Test("follows the formula, and shows every term")
  func parts() throws {
    let antimony = try Antimony()
    try imported(antimony)
    let row = try antimony.row("usgs-supply-risk", "KOR")
    let potential = 0.64 * 0.6 * 0.9 + 0.01 * 0.1 * 0.1
    // 100 t in, 10 t out, 5 t into stocks, 10 t mined, 5 t from scrap.
    let exposure = 85.0 / 100
    #expect(isNear(row["disruption_potential_high"], potential))
    #expect(isNear(row["trade_exposure"], exposure))
    #expect(isNear(row["economic_vulnerability"], 0.02 * 0.3))
    let value = try #require(row["supply_risk"]?.real)
    #expect(abs(value * value * value - potential * exposure * 0.006) < 1e-12)
    #expect(row["status"] == "known")
    #expect(row["recency_weighted_mean"] == .null)
  }

  @Test("names every input that is missing, and has no value without it")
  func missing() throws {
    let row = try Antimony().row("usgs-supply-risk", "KOR")
    #expect(row["supply_risk"] == .null)
    #expect(
      row["missing"]
        == "the ability and willingness of countries to supply in 2022; secondary production in 2022; the change of stocks in 2022; the expenditure of industries on the material in 2022"
    )
  }

  @Test("has a mean where four years are known")
  func mean() throws {
    let antimony = try Antimony()
    let earlier = 2019...2021
    try antimony.resources.importText(
      "baci",
      "t,i,j,k,v,q\n" + earlier.map { "\($0),156,410,261710,100,10\n" }.joined(),
      file: "baci_hs92_years.csv")
    try antimony.resources.importText(
      "world-mining",
      "commodity,Country,Country_Code,Country_ISO,unit,data_source,year,production\n"
        + earlier.map { "Antimony,China,156,CHN,metr. t,r,\($0),\($0 - 1999)\n" }.joined()
        + earlier.map { "Antimony,Australia,36,AUS,metr. t,r,\($0),10\n" }.joined())
    try imported(antimony, years: [2019, 2020, 2021, 2022])
    let rows = try antimony.resources.run(
      "query",
      """
      SELECT supply_risk, recency_weighted_mean FROM usgs_supply_risk('KOR', 2019, 2022)
      WHERE material = 'antimony' ORDER BY year DESC
      """
    ).tables[0].rows
    #expect(rows.map { $0[1].isNull } == [false, true, true, true])
    let values = try rows.map { try #require($0[0].real) }
    #expect(Set(values).count == 4)
    let mean = zip(values, [0.4, 0.3, 0.2, 0.1]).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(isNear(rows[0][1], mean))
  }
}
