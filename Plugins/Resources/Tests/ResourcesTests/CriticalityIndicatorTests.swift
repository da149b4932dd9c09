import Kernel
import Store
import TestSupport
import Testing

private let flows = """
  t,i,j,k,v,q
  2022,156,410,261710,600,60
  2022,36,410,261710,400,40
  2022,410,392,261710,50,10
  2022,156,392,261710,10,NA
  2022,156,251,261710,30,3
  2022,276,251,261710,10,1
  2022,251,842,261710,20,2
  2022,842,76,261710,40,NA
  2023,156,410,261710,600,60

  """
private let production = """
  commodity,Country,Country_Code,Country_ISO,unit,data_source,year,production
  Antimony,China,156,CHN,metr. t,r,2022,80.0
  Antimony,Australia,36,AUS,metr. t,r,2022,10.0
  Antimony,"Korea, South",410,KOR,metr. t,r,2022,10.0
  Antimony,China,156,CHN,metr. t,r,2023,80.0
  Antimony,Australia,36,AUS,metr. t,r,2023,20.0

  """
private let governance = """
  Country/Territory,Code,2022,country_code
  China,CHN,0,156
  Australia,AUS,1.5,36
  South Korea,KOR,1,410
  France,FRA,0.5,251
  Germany,DEU,1,276

  """

private func isNear(_ value: Value?, _ expected: Double) -> Bool {
  guard let real = value?.real else { return false }
  return abs(real - expected) < 1e-12
}

/// A small store of antimony, and the rows that commands give for it.
private struct Antimony {
  let resources: ResourcesTower

  init(_ settings: String = "") throws {
    resources = try ResourcesTower(configuration: ResourcesTower.lenient + settings)
    try resources.importNames()
    try resources.importText("baci", flows, file: "baci_hs92.csv")
    try resources.importText("world-mining", production)
    try resources.importText("wgi", governance, file: "wgi_estimate.csv")
  }

  func row(_ command: String, _ importer: String, year: String = "2022") throws -> [String: Value] {
    try #require(
      try resources.answer(
        "resources", command, "--importer", importer, "--year", year, "--material", "antimony"
      ).first)
  }
}

@Suite("Import reliance as a command")
struct ImportRelianceCommandTests {
  @Test("shows imports, exports, production and use beside the share")
  func parts() throws {
    let row = try Antimony().row("import-reliance", "KOR")
    #expect(row["imports"] == 100.0)
    #expect(row["exports"] == 10.0)
    #expect(row["net_imports"] == 90.0)
    #expect(row["production"] == 10.0)
    #expect(row["apparent_use"] == 100.0)
    #expect(row["import_reliance"] == 0.9)
    #expect(row["import_reliance_low"] == 0.9)
    #expect(row["status"] == "known")
  }

  @Test("of a group leaves out the trade among its members")
  func group() throws {
    let row = try Antimony().row("import-reliance", "EU27")
    #expect(row["imports"] == 3.0)
    #expect(row["exports"] == 2.0)
    #expect(row["import_reliance"] == 1.0)
  }

  @Test("does not take imports without any quantity as zero, and draws them for the interval")
  func withoutQuantity() throws {
    let row = try Antimony().row("import-reliance", "BRA")
    #expect(row["imports"] == .null)
    #expect(row["import_reliance"] == .null)
    #expect(row["missing"] == "the quantity of imports; only their value is on record")
    #expect(row["import_reliance_low"] == 1.0)
  }

  @Test("is not defined where nothing is left to be used")
  func undefined() throws {
    let row = try Antimony().row("import-reliance", "DEU")
    #expect(row["import_reliance"] == .null)
    #expect(row["missing"] == "a use: no more is produced and imported than is exported")
  }
}

@Suite("The supply risk as a command")
struct SupplyRiskCommandTests {
  private static let terms = """
    importer,country,material,kind,rate,valid_from,valid_to,note
    *,CHN,antimony,export-quota,,2022-09-01,,
    *,CHN,*,export-tax,0.8,2010-01-01,2022-01-01,over
    KOR,AUS,*,trade-agreement,,2014-12-12,,

    """
  private static let substitution = "material,si_sr,year,note\nantimony,0.9,2023,\n"

  @Test("follows the formula with trade terms, and shows every part")
  func parts() throws {
    let antimony = try Antimony()
    try antimony.resources.importText("substitution-indices", Self.substitution)
    try antimony.resources.importText("trade-terms", Self.terms)
    let row = try antimony.row("supply-risk", "KOR")
    // World: China 0.8 at 5 with a quota, Australia 0.1 at 2 with an agreement, Korea's own 0.1 at 3.
    let global: Double = 0.64 * 5 * 1.3 + 0.01 * 2 * 0.8 + 0.01 * 3 * 0.8
    // Korea's supply: 60 t from China, 40 t from Australia, 10 t of its own.
    let weighted: Double = 3600 * 5 * 1.3 + 1600 * 2 * 0.8 + 100 * 3 * 0.8
    let own = weighted / 12100
    let joined = global * 0.45 + own * 0.55
    #expect(isNear(row["hhi_wgi_t_global_high"], global))
    #expect(isNear(row["hhi_wgi_t_sourcing_high"], own))
    #expect(isNear(row["hhi_wgi_global"], 0.64 * 5 + 0.01 * 2 + 0.01 * 3))
    #expect(isNear(row["import_reliance"], 0.9))
    #expect(isNear(row["concentration"], joined))
    #expect(isNear(row["after_recycling"], joined * 0.72))
    #expect(isNear(row["supply_risk"], joined * 0.72 * 0.9))
    #expect(row["stage"] == "extraction")
    #expect(row["governance"] == "political stability 2022")
    #expect(row["status"] == "known")
    #expect(row["rank"] == 1)
  }

  @Test("without trade terms on record cannot be told, and is shown without them beside that")
  func withoutTerms() throws {
    let antimony = try Antimony()
    try antimony.resources.importText("substitution-indices", Self.substitution)
    let row = try antimony.row("supply-risk", "KOR")
    #expect(row["supply_risk"] == .null)
    #expect(row["supply_risk_without_terms"] != .null)
    #expect(row["trade_terms"] == "not on record")
    #expect(row["missing"]?.text?.hasPrefix("trade terms towards KOR in 2022") == true)
  }

  @Test("names the substitution index and the governance that it lacks")
  func missing() throws {
    let antimony = try Antimony()
    try antimony.resources.importText("trade-terms", Self.terms)
    #expect(
      try antimony.row("supply-risk", "KOR")["missing"]
        == "the substitution index for supply risk")
    try antimony.resources.importText("substitution-indices", Self.substitution)
    // Half of world production comes from a country without governance.
    try antimony.resources.importText(
      "world-mining", production + "Antimony,Tajikistan,762,TJK,metr. t,r,2022,100.0\n")
    let row = try antimony.row("supply-risk", "KOR")
    #expect(row["supply_risk"] == .null)
    #expect(row["missing"] == "the governance of TJK")
    let low = try #require(row["supply_risk_low"]?.real)
    let high = try #require(row["supply_risk_high"]?.real)
    #expect(high - low > 0.05)
  }

  @Test("takes the larger of extraction and processing where both are on record")
  func stages() throws {
    let antimony = try Antimony()
    try antimony.resources.importText("substitution-indices", Self.substitution)
    try antimony.resources.importText("trade-terms", Self.terms)
    let extraction = try antimony.row("supply-risk", "KOR")
    try antimony.resources.importText(
      "stage-shares",
      """
      material,stage,supplied,year,country,share,note
      antimony,processing,world,2021,CHN,0.99,
      antimony,processing,world,2021,AUS,0.01,

      """)
    let row = try antimony.row("supply-risk", "KOR")
    #expect(row["stage"] == "processing")
    #expect(row["supply_risk_extraction"] == extraction["supply_risk"])
    #expect(row["supply_risk"] == row["supply_risk_processing"])
    let global = 0.9801 * 5 * 1.3 + 0.0001 * 2 * 0.8
    #expect(isNear(row["supply_risk"], global * 0.72 * 0.9))
    #expect(row["remarks"]?.text?.hasPrefix("without the governance-weighted") == true)
  }

  @Test("weighs by the mean of six dimensions where all of them are held")
  func sixDimensions() throws {
    let antimony = try Antimony()
    let dimensions = [
      "voice_and_accountability", "government_effectiveness", "regulatory_quality", "rule_of_law",
      "control_of_corruption",
    ]
    for dimension in dimensions {
      try antimony.resources.run(
        "import", "wgi",
        antimony.resources.folder.write(
          "wgi_\(dimension)_estimate.csv",
          "Country/Territory,Code,2022,country_code\nChina,CHN,-1.2,156\nAustralia,AUS,1.5,36\n"),
        "--dimension", dimension, "--measure", "estimate")
    }
    let row = try antimony.row("supply-risk", "KOR")
    #expect(row["governance"] == "mean of six dimensions 2022")
    // China's mean is -1, a weight of 7; Korea has one dimension alone.
    #expect(isNear(row["hhi_wgi_t_global_low"], 0.64 * 7 + 0.01 * 2))
    #expect(row["unrated"] == "KOR")
  }

  @Test("has levels of the trade term that a deployment sets")
  func settings() throws {
    let antimony = try Antimony(
      "\nmodules: {resources: {trade_terms: {quota: 2, own: 1, agreement: 1}}}\n")
    try antimony.resources.importText("trade-terms", Self.terms)
    #expect(
      isNear(
        try antimony.row("supply-risk", "KOR")["hhi_wgi_t_global_high"],
        0.64 * 5 * 2 + 0.01 * 2 + 0.01 * 3))
  }

  @Test("refuses trade terms of another kind, and a tax without a rate, with their lines")
  func refused() throws {
    let antimony = try Antimony()
    try antimony.resources.importText(
      "trade-terms",
      """
      importer,country,material,kind,rate,valid_from,valid_to,note
      *,CHN,*,tariff,,2020-01-01,,
      *,CHN,*,export-tax,,2020-01-01,,
      *,CNH,*,export-quota,,2020-01-01,,
      *,CHN,*,export-quota,,2020-13-01,,
      *,CHN,antimoni,export-quota,,2020-01-01,,
      *,CHN,antimony,export-quota,,2020-01-01,,

      """)
    let rejects = try antimony.resources.rejects("trade-terms")
    #expect(rejects.count == 5)
    #expect(rejects[0].hasPrefix("2: 'tariff' is not a kind"))
    #expect(rejects[1] == "3: an export tax has a rate, 0.25 for 25 %, and nothing else has one")
    #expect(rejects[2].hasPrefix("4: 'CNH' is not a country"))
    #expect(rejects[4].contains("did you mean antimony?"))
  }
}

@Suite("The economic importance as a command")
struct EconomicImportanceCommandTests {
  private func imported(_ antimony: Antimony) throws {
    try antimony.resources.importText(
      "end-use-shares",
      """
      importer,material,year,sector,share,note
      *,antimony,2020,C20,0.5,
      *,antimony,2020,C27,0.5,
      KOR,antimony,2021,C20,0.25,
      KOR,antimony,2021,C27,0.75,
      KOR,antimony,2025,C27,1,

      """)
    try antimony.resources.importText(
      "sector-value-added",
      """
      importer,year,sector,amount,currency
      KOR,2021,C20,100,MUSD
      KOR,2021,C26,400,MUSD
      KOR,2021,C27,200,MUSD
      DEU,2021,C20,10,MEUR
      DEU,2021,C27,30,MEUR

      """)
    try antimony.resources.importText(
      "economic-substitution-indices", "material,si_ei,year,note\nantimony,0.9,2023,\n")
  }

  @Test(
    "follows the formula, with the importer's own uses of the latest year up to the one asked for")
  func parts() throws {
    let antimony = try Antimony()
    try imported(antimony)
    let row = try antimony.row("economic-importance", "KOR")
    #expect(isNear(row["economic_importance"], 10 * (0.25 * 100 + 0.75 * 200) / 400 * 0.9))
    #expect(row["uses_of"] == "KOR")
    #expect(row["uses_year"] == 2021)
    #expect(row["largest_sector"] == "C26")
    #expect(row["largest_value_added"] == 400.0)
    #expect(row["currency"] == "MUSD")
    #expect(row["uses"] == "C20 0.25 x 100.0; C27 0.75 x 200.0")
    #expect(row["status"] == "known")
    let german = try antimony.row("economic-importance", "DEU")
    #expect(german["uses_of"] == "*")
    #expect(isNear(german["economic_importance"], 10 * 20 / 30 * 0.9))
  }

  @Test("names what is missing and has no value without it")
  func missing() throws {
    let antimony = try Antimony()
    let bare = try antimony.row("economic-importance", "KOR")
    #expect(bare["economic_importance"] == .null)
    #expect(
      bare["missing"]
        == "the end uses of the material, for KOR or the world; the value added by sector of KOR up to 2022; the substitution index for economic importance"
    )
    try imported(antimony)
    // The value added of one member alone is not that of the group.
    let group = try antimony.row("economic-importance", "EU27")
    #expect(group["economic_importance"] == .null)
    #expect(group["missing"] == "the value added by sector of EU27 up to 2022")
  }
}

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

@Suite("The indicators of criticality in questions")
struct IndicatorFunctionTests {
  @Test("join each other over importer, material and year")
  func join() throws {
    let antimony = try Antimony()
    let rows = try antimony.resources.run(
      "query",
      """
      SELECT g.importer, g.score IS NOT NULL, r.import_reliance, s.stage, e.status, u.status
      FROM geopolrisk('KOR', 2022) g
      JOIN import_reliance('KOR', 2022) r USING (importer, material, year)
      JOIN supply_risk('KOR', 2022) s USING (importer, material, year)
      JOIN economic_importance('KOR', 2022) e USING (importer, material, year)
      JOIN usgs_supply_risk('KOR', 2022) u USING (importer, material, year)
      WHERE material = 'antimony'
      """
    ).tables[0].rows
    #expect(rows == [["KOR", 1, 0.9, "extraction", "insufficient", "insufficient"]])
  }

  @Test("of all importers have a row for each that takes part")
  func all() throws {
    let rows = try Antimony().resources.run(
      "query",
      "SELECT DISTINCT importer FROM import_reliance('all', 2022) ORDER BY importer"
    ).tables[0].rows
    #expect(rows.map { $0[0] } == ["AUS", "BRA", "CHN", "DEU", "FRA", "JPN", "KOR", "USA"])
  }
}
