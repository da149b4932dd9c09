import Kernel
import Store
import TestSupport
import Testing

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
      "world-mining", Antimony.production + "Antimony,Tajikistan,762,TJK,metr. t,r,2022,100.0\n")
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
