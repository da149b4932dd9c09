import Kernel
import Store
import TestSupport
import Testing

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
