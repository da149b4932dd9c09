import Kernel
import Reference
import Store
import TestSupport
import Testing

@Suite("Importing governance indicators")
struct GovernanceImportTests {
  private let tower: ReferenceTower

  init() throws { tower = try ReferenceTower() }

  private func values(_ country: String) throws -> [[Value]] {
    try tower.read {
      try $0.rows(
        "SELECT dimension, measure, year, value FROM governance WHERE country = ? ORDER BY 1, 2, 3",
        [.text(country)])
    }
  }

  @Test("what is nan, None or blank is unknown and no row, never zero")
  func unknown() throws {
    let result = try tower.take(
      "wgi", "wgi_political_stability_Estimate.csv",
      """
      Country/Territory,Code,2022,2023,2024,country_code
      Aruba,ABW,nan,None,,533
      "Taiwan, China",TWN,0.5,-0.25,nan,NA
      """)
    #expect(result.rowsTaken == 2)
    #expect(try values("ABW").isEmpty)
    #expect(
      try values("TWN") == [
        [.text("political_stability"), .text("estimate"), .integer(2022), .real(0.5)],
        [.text("political_stability"), .text("estimate"), .integer(2023), .real(-0.25)],
      ])
  }

  private let conflict = """
    Country/Territory,Code,2022,2023
    Guyana,GUY,0.3,0.4
    Guam,GUM,0.6,0.6
    Guyana,GUY,0.1,0.4

    """ + ["ABW", "AFG", "AGO", "AIA", "ALB"].map { "\($0),\($0),0.5,0.5\n" }.joined()

  @Test("of two rows of one country that differ the first counts, and the other is kept as refused")
  func firstOfTwo() throws {
    let result = try tower.take("wgi", "estimate.csv", conflict)
    #expect(try values("GUY").map { $0[3].real } == [0.3, 0.4])
    let rejects = try tower.rejects(of: result)
    #expect(rejects.map(\.line) == [4])
    #expect(
      rejects.map(\.reason) == [
        "GUY stands twice with different values for 2022; the first row was taken "
          + "(--conflict first|last)"
      ])
  }

  @Test("the last of two rows counts when that is asked for")
  func lastOfTwo() throws {
    let result = try tower.take("wgi", "estimate.csv", conflict, "--conflict", "last")
    #expect(try values("GUY").map { $0[3].real } == [0.1, 0.4])
    #expect(try tower.rejects(of: result).map(\.line) == [2])
  }

  @Test("the World Bank's own codes become those of ISO 3166-1, and its legend is no country")
  func ownCodes() throws {
    let result = try tower.take(
      "wgi", "wgi2019_dimensions.csv",
      """
      country,code,RuleofLaw_Estimate,RuleofLaw_StdErr,RuleofLaw_Rank
      Andorra,ADO,1,0.2,90
      "Congo, Dem. Rep.",ZAR,-1.5,0.2,3
      Kosovo,KSV,-0.2,0.2,31
      Romania,ROM,0.5,0.2,51
      Timor-Leste,TMP,0.1,0.2,41
      West Bank and Gaza,WBG,-1,0.2,10
      ,,,,
      Legend,,,,
      Estimate,Estimate of governance,,,
      """)
    #expect(
      try tower.texts("SELECT DISTINCT country FROM governance ORDER BY 1")
        == ["AND", "COD", "PSE", "ROU", "TLS", "XKX"])
    #expect(result.rowsTaken == 12)
    #expect(try tower.rejects(of: result).isEmpty)
    #expect(
      try values("COD") == [
        [.text("rule_of_law"), .text("estimate"), .integer(2019), .real(-1.5)],
        [.text("rule_of_law"), .text("standard_error"), .integer(2019), .real(0.2)],
      ])
  }

  @Test("standard errors and estimates replace each other in neither order")
  func measuresApart() throws {
    let header = "Country/Territory,Code,2024\n"
    try tower.take("wgi", "stderr.csv", header + "Korea,KOR,0.2\n")
    try tower.take("wgi", "estimate.csv", header + "Korea,KOR,0.6\n")
    #expect(try values("KOR").map { $0[3].real } == [0.6, 0.2])
    try tower.take("wgi", "estimate.csv", header + "Korea,KOR,0.7\n")
    #expect(try values("KOR").map { $0[3].real } == [0.7, 0.2])
    let estimates = try tower.read { try GovernanceIndicators.estimates(year: 2030, $0) }
    #expect(estimates?.year == 2024)
    #expect(estimates?.byCountry == ["KOR": 0.7])
    #expect(estimates?.sources.count == 1)
  }

  @Test("refuses another layout, a measure that nothing says, a rank and a code of two letters")
  func refusals() throws {
    #expect(throws: TowerError.self) {
      try tower.take("wgi", "estimate.csv", "Country/Territory,Code,2O24\nKorea,KOR,0.2\n")
    }
    let measure = #expect(throws: TowerError.self) {
      try tower.take("wgi", "a.csv", "Country/Territory,Code,2024\nKorea,KOR,0.2\n")
    }
    #expect(measure?.hints.first?.contains("--measure") == true)
    let rank = #expect(throws: TowerError.self) {
      try tower.take("wgi", "estimate.csv", "Country/Territory,Code,2024\nKorea,KOR,61.2\n")
    }
    #expect(rank?.message.contains("line 2: the estimate of 2024 is not a number") == true)
    let code = #expect(throws: TowerError.self) {
      try tower.take("wgi", "estimate.csv", "Country/Territory,Code,2024\nKorea,KR,0.2\n")
    }
    #expect(code?.message.contains("line 2: the code of a country") == true)
    #expect(try tower.rows("SELECT * FROM governance").isEmpty)
  }

  private static let full = [
    "wgi_political_stability_Estimate.csv", "wgi_political_stability_StdErr.csv",
  ]

  @Test(
    "the full files import with Guyana's second row as the one refusal, and with Taiwan",
    .enabled(if: full.allSatisfy { SharedData.has("data/governance/" + $0) }))
  func fullFiles() throws {
    for name in GovernanceImportTests.full {
      let result = try tower.run("import", "wgi", SharedData.path("data/governance/" + name))
      let rejects = try tower.rejects(of: result)
      #expect(rejects.map(\.line) == [83])
      #expect(rejects[0].reason.contains("24 years from 1996 to 2022"))
    }
    #expect(try values("TWN").count == 2 * 26)
    let years = try tower.rows("SELECT min(year), max(year) FROM governance")
    #expect(years == [[.integer(1996), .integer(2024)]])
  }

  @Test(
    "the six dimensions of 2019 import without a refusal",
    .enabled(if: SharedData.has("data/governance/wgi2019_six_dimensions_dw.csv")))
  func sixDimensions() throws {
    let result = try tower.run(
      "import", "wgi", SharedData.path("data/governance/wgi2019_six_dimensions_dw.csv"))
    #expect(try tower.rejects(of: result).isEmpty)
    #expect(try tower.texts("SELECT DISTINCT dimension FROM governance").count == 6)
    #expect(try values("COD").count == 12)
  }
}
