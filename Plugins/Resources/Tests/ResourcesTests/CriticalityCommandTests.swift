import Kernel
import Store
import TestSupport
import Testing

private let flows = """
  t,i,j,k,v,q
  2022,156,410,261710,600,60
  2022,36,410,261710,400,40
  2022,842,410,261710,100,NA
  2022,410,392,261710,50,10
  2022,156,392,261710,10,1
  2022,156,251,261710,30,3
  2022,276,251,261710,10,1
  2022,251,842,261710,20,2

  """
private let production = """
  commodity,Country,Country_Code,Country_ISO,unit,data_source,year,production
  Antimony,China,156,CHN,metr. t,r,2022,60.0
  Antimony,Tajikistan,762,TJK,metr. t,r,2022,30.0
  Antimony,Australia,36,AUS,metr. t,r,2022,10.0
  Antimony,Russia,643,RUS,metr. t,e,2022,

  """
private let governance = """
  Country/Territory,Code,2022,country_code
  China,CHN,0,156
  Australia,AUS,1.5,36
  United States,USA,0,842
  Germany,DEU,1,276
  France,FRA,0.5,251

  """

@Suite("The criticality of a material")
struct CriticalityCommandTests {
  private let resources: ResourcesTower

  init() throws {
    resources = try ResourcesTower(configuration: ResourcesTower.lenient)
    try resources.importNames()
    try resources.importText("baci", flows, file: "baci_hs92.csv")
    try resources.importText("world-mining", production)
    try resources.importText("wgi", governance, file: "wgi_estimate.csv")
  }

  private func antimony(_ importer: String) throws -> [String: Value] {
    try #require(
      try resources.answer(
        "resources", "criticality", "--importer", importer, "--year", "2022", "--material",
        "antimony"
      ).first)
  }

  @Test("shows every part of the supply risk, with bounds where governance is known in part")
  func parts() throws {
    try resources.importText(
      "substitution-indices", "material,si_sr,year,note\nantimony,0.9,2023,\n")
    let row = try antimony("KOR")
    #expect(row["imports"] == 1100.0)
    #expect(row["imports_quantity"] == 100.0)
    #expect(isNear(row["imports_without_quantity"], 100.0 / 1100))
    #expect(isNear(row["hhi_imports"], 530_000.0 / 1_210_000))
    #expect(isNear(row["hhi_imports_quantity"], 0.52))
    #expect(row["top1_supplier"] == "CHN")
    #expect(isNear(row["top2_share"], 400.0 / 1100))
    #expect(row["top3_supplier"] == "USA")
    #expect(row["exports_quantity"] == 10.0)
    #expect(row["production"] == 0.0)
    #expect(row["import_reliance"] == 1.0)
    #expect(isNear(row["recycling_rate"], 0.28))
    #expect(isNear(row["hhi_production"], 0.46))
    #expect(isNear(row["hhi_wgi_global_low"], 1.82))
    #expect(isNear(row["hhi_wgi_global_high"], 2.72))
    #expect(isNear(row["hhi_wgi_sourcing_low"], 2.12))
    #expect(isNear(row["hhi_wgi_sourcing_high"], 2.12))
    #expect(isNear(row["supply_risk_low"], (0.91 + 1.06) * 0.72 * 0.9))
    #expect(isNear(row["supply_risk_high"], (1.36 + 1.06) * 0.72 * 0.9))
    #expect(isNear(row["geopolrisk_import_risk"], 0.38))
    #expect(isNear(row["geopolrisk"], 0.46 * 0.38))
    #expect(row["import_price"] == 11.0)
    #expect(row["status"] == "known")
    #expect(
      row["remarks"]
        == "1 producer has no figure, in no share; the governance of Tajikistan is not known, hence bounds"
    )
  }

  @Test("without a substitution index has no supply risk and says what is missing, never one")
  func missingSubstitution() throws {
    let row = try antimony("KOR")
    #expect(row["supply_risk_low"] == .null)
    #expect(row["supply_risk_high"] == .null)
    #expect(row["status"] == "insufficient")
    #expect(row["missing"] == "the substitution index for supply risk")
    #expect(isNear(row["geopolrisk"], 0.46 * 0.38))
  }

  @Test("of a group counts imports from outside alone")
  func group() throws {
    let row = try antimony("EU27")
    #expect(row["imports"] == 30.0)
    #expect(row["suppliers"] == 1)
    #expect(row["exports_quantity"] == 2.0)
    // 3 t from China at 0.5; 1 t from Germany is no import.
    #expect(isNear(row["geopolrisk_import_risk"], 0.5))
    #expect(row["import_price"] == 10.0)
  }

  @Test("of a producer without a figure has no reliance, and GeoPolRisk is called an upper bound")
  func unknownProduction() throws {
    try resources.importText(
      "world-mining", production + "Antimony,\"Korea, South\",410,KOR,metr. t,e,2022,\n")
    let row = try antimony("KOR")
    #expect(row["production"] == .null)
    #expect(row["import_reliance"] == .null)
    #expect(row["hhi_wgi_sourcing_high"] == .null)
    #expect(row["missing"]?.text?.contains("the production of KOR in 2022") == true)
    #expect(isNear(row["geopolrisk_import_risk"], 0.38))
  }

  @Test("without trade or production on record is not defined, and never zero")
  func nothing() throws {
    let row = try antimony("BRA")
    #expect(row["imports"] == 0.0)
    #expect(row["hhi_imports"] == .null)
    #expect(row["geopolrisk"] == .null)
    #expect(row["import_reliance"] == .null)
    #expect(row["missing"]?.text?.contains("import risk is not defined") == true)
    #expect(isNear(row["hhi_production"], 0.46))
  }

  @Test(
    "without governance indicators has no weighted concentration, instead of bounds from 0 to 10")
  func noGovernance() throws {
    let bare = try ResourcesTower()
    try bare.importNames()
    try bare.importText("baci", flows, file: "baci_hs92.csv")
    try bare.importText("world-mining", production)
    try bare.importText("substitution-indices", "material,si_sr,year,note\nantimony,0.9,2023,\n")
    let row = try #require(
      try bare.answer(
        "resources", "criticality", "--importer", "KOR", "--year", "2022", "--material", "antimony"
      ).first)
    #expect(row["hhi_wgi_global_high"] == .null)
    #expect(row["supply_risk_high"] == .null)
    #expect(row["geopolrisk"] == .null)
    #expect(row["missing"]?.text?.contains("governance indicators up to 2022") == true)
  }

  @Test("names the product code that a material lacks")
  func noProduct() throws {
    let row = try #require(
      try resources.answer(
        "resources", "criticality", "--importer", "KOR", "--year", "2022", "--material", "gallium"
      ).first)
    #expect(row["imports"] == .null)
    #expect(row["missing"]?.text?.hasPrefix("a product code") == true)
  }

  @Test("lists every supplier with its shares in a second table, unknown quantities blank")
  func suppliers() throws {
    let result = try resources.run(
      "resources", "criticality", "--importer", "KOR", "--year", "2022", "--material", "antimony")
    let rows = result.tables[1].rows
    #expect(rows.map { $0[1] } == ["CHN", "AUS", "USA"])
    #expect(rows[1][4] == 40.0)
    #expect(rows[2][4] == .null)
    #expect(rows[2][5] == .null)
    #expect(isNear(rows[0][6], 5))
    #expect(result.sources.count == 4)
  }

  @Test("is a table of its own in questions, and joins with the concentration of production")
  func functions() throws {
    let rows = try resources.run(
      "query",
      """
      SELECT c.material, c.top1_supplier, p.top_producer, p.producers_without_figure
      FROM criticality('KOR', 2022) c JOIN production_concentration(2022) p USING (material)
      """
    ).tables[0].rows
    #expect(rows == [["antimony", "CHN", "CHN", 1]])
    let suppliers = try resources.run(
      "query",
      "SELECT count(*) FROM criticality_supplier('KOR', 2022) WHERE material = 'antimony'")
    #expect(suppliers.tables[0].rows == [[3]])
    let error = #expect(throws: TowerError.self) {
      try resources.run("query", "SELECT * FROM criticality('KRO', 2022)")
    }
    #expect(error?.message.contains("did you mean") == true)
  }

  @Test("a year without flows is not answered, and the years held are named")
  func missingYear() {
    let error = #expect(throws: TowerError.self) {
      try resources.run("resources", "criticality", "--importer", "KOR", "--year", "1999")
    }
    #expect(error?.message == "cannot tell: the store holds no flows for 1999")
    #expect(error?.hints.first == "years held: 2022")
  }

  @Test("a substitution index outside 0 to 1 is refused with its line")
  func substitutionRange() throws {
    try resources.importText(
      "substitution-indices",
      "material,si_sr,year,note\nantimony,0.9,2023,\ntin,1.2,2023,\nlead,0.9,23,\nantimony,0.8,2023,\n"
    )
    #expect(
      try resources.rejects("substitution-indices") == [
        "3: '1.2' is not an index from 0 to 1", "4: '23' is not a year",
        "5: antimony stands in the file already",
      ])
  }
}
