import Kernel
import Store
import TestSupport
import Testing

@Suite("World production")
struct ProductionCommandTests {
  private let resources: ResourcesTower

  init() throws {
    resources = try ResourcesTower()
    try resources.importNames()
    try resources.importText(
      "world-mining",
      """
      commodity,Country,Country_Code,Country_ISO,unit,data_source,year,production
      Tin,Peru,604,PER,metr. t,r,2023,30.0
      Tin,China,156,CHN,metr. t,r,2023,70.0
      Tin,Russia,643,RUS,metr. t,e,2023,
      Gold,Peru,604,PER,kg,r,2023,

      """)
    try resources.importText(
      "wgi", "Country/Territory,Code,2022,country_code\nChina,CHN,0,156\n",
      file: "wgi_estimate.csv")
  }

  @Test("is listed the largest first, those without a figure last and without a share")
  func listing() throws {
    let result = try resources.run("resources", "production", "--material", "tin", "--year", "2023")
    #expect(
      result.tables[0].rows == [
        ["CHN", "China", 70.0, "t", 0.7, "r"], ["PER", "Peru", 30.0, "t", 0.3, "r"],
        ["RUS", "Russian Federation", .null, "t", .null, "e"],
      ])
    #expect(result.notes == ["without a figure: RUS"])
    #expect(result.sources.first?.hasPrefix("world-mining/") == true)
  }

  @Test("has its concentration, top producer and bounds of the governance-weighted index")
  func concentration() throws {
    let rows = try resources.answer("resources", "concentration", "--year", "2023")
    #expect(rows.map { $0["material"] } == ["gold", "tin"])
    let tin = rows[1]
    #expect(tin["total"] == 100.0)
    #expect(tin["producers"] == 2)
    #expect(tin["producers_without_figure"] == 1)
    #expect(abs((tin["hhi"]?.real ?? 0) - 0.58) < 1e-12)
    #expect(tin["top_producer"] == "CHN")
    #expect(abs((tin["hhi_wgi_low"]?.real ?? 0) - 2.45) < 1e-12)
    #expect(abs((tin["hhi_wgi_high"]?.real ?? 0) - 3.35) < 1e-12)
    #expect(tin["governance_year"] == 2022)
    #expect(tin["without_governance"] == "PER")
  }

  @Test("without any figure has no concentration, and the producer is counted")
  func noFigure() throws {
    let gold = try #require(
      try resources.answer("resources", "concentration", "--year", "2023", "--material", "gold")
        .first)
    #expect(gold["hhi"] == .null)
    #expect(gold["top_producer"] == .null)
    #expect(gold["producers_without_figure"] == 1)
  }

  @Test("of a year that the store lacks is not answered, and the years held are named")
  func missingYear() {
    let error = #expect(throws: TowerError.self) {
      try resources.run("resources", "concentration", "--year", "2010")
    }
    #expect(error?.hints.first == "years held: 2023")
    #expect(throws: TowerError.self) {
      try resources.run("resources", "production", "--material", "lead", "--year", "2023")
    }
  }

  @Test("links a country to what it produces, and not to what it does not")
  func links() throws {
    let answer = try Question.ask(
      "SELECT source, valid_from, valid_to FROM links WHERE target = 'material:tin' ORDER BY 1",
      of: resources.tower, options: GlobalOptions())
    #expect(
      answer.tables[0].rows == [
        ["country:CHN", "2023-01-01", .null], ["country:PER", "2023-01-01", .null],
      ])
  }
}
