import Kernel
import Store
import TestSupport
import Testing

private let flows = """
  t,i,j,k,v,q
  2021,156,410,261710,10,1
  2022,156,410,261710,600,60
  2022,36,410,261710,400,40
  2022,842,410,261710,100,NA
  2022,410,392,261710,50,10
  2022,156,392,261710,10,1
  2022,490,392,261710,10,1
  2022,156,251,261710,30,3
  2022,276,251,261710,10,1
  2022,842,76,261710,40,NA
  2022,156,410,260900,30,3

  """
private let production = """
  commodity,Country,Country_Code,Country_ISO,unit,data_source,year,production
  Antimony,China,156,CHN,metr. t,r,2022,60.0
  Antimony,Tajikistan,762,TJK,metr. t,r,2022,30.0
  Antimony,Australia,36,AUS,metr. t,r,2022,10.0
  Tin,China,156,CHN,metr. t,r,2022,60.0
  Tin,Peru,604,PER,metr. t,r,2022,40.0
  Antimony,China,156,CHN,metr. t,r,2021,60.0

  """
private let governance = """
  Country/Territory,Code,2022,country_code
  China,CHN,0,156
  Australia,AUS,1.5,36
  United States,USA,0,842
  Germany,DEU,1,276
  France,FRA,0.5,251
  Taiwan,TWN,1.0,

  """
private let errors = """
  Country/Territory,Code,2022,country_code
  China,CHN,0.2,156
  Australia,AUS,0.25,36
  United States,USA,0.2,842
  Germany,DEU,0.2,276
  France,FRA,0.2,251
  Taiwan,TWN,0.2,

  """

private func resources(_ settings: String = "", errors: String? = errors) throws -> ResourcesTower {
  let resources = try ResourcesTower(configuration: ResourcesTower.lenient + settings)
  try resources.importNames()
  try resources.importText("baci", flows, file: "baci_hs92.csv")
  try resources.importText("world-mining", production)
  try resources.importText("wgi", governance, file: "wgi_estimate.csv")
  if let errors { try resources.importText("wgi", errors, file: "wgi_stderr.csv") }
  return resources
}

@Suite("GeoPolRisk as a command and a function")
struct GeoPolRiskCommandTests {
  private func antimony(_ resources: ResourcesTower, _ importer: String, _ more: String...) throws
    -> [String: Value]
  {
    let table = try Dispatcher(resources.tower).run(
      [
        "resources", "geopolrisk", "--importer", importer, "--year", "2022", "--material",
        "antimony", "--quiet",
      ] + more
    ).result.tables[0]
    return Dictionary(zip(table.columns.map(\.name), try #require(table.rows.first))) { $1 }
  }

  @Test("begins with importer, material, year, score, factor, index, import risk and price")
  func columns() throws {
    let table = try resources().run(
      "resources", "geopolrisk", "--importer", "KOR", "--year", "2022"
    )
    .tables[0]
    #expect(
      table.columns.prefix(8).map(\.name) == [
        "importer", "material", "year", "score", "characterisation_factor", "hhi", "import_risk",
        "price",
      ])
    let row = try #require(table.rows.first { $0[1] == "antimony" })
    #expect(row[0] == "KOR")
    #expect(row[2] == 2022)
    #expect(isNear(row[3], 0.46 * 0.38))
    #expect(isNear(row[4], 0.46 * 0.38 * 11 / 0.409412948))
    #expect(isNear(row[5], 0.46))
    #expect(isNear(row[6], 0.38))
    #expect(isNear(row[7], 11))
  }

  @Test(
    "of a group leaves out what its members supply to each other, unless configured to count it")
  func group() throws {
    let outside = try antimony(resources(), "EU27")
    #expect(isNear(outside["import_risk"], 0.5))
    #expect(outside["imports_quantity"] == 3.0)
    #expect(outside["price"] == 10.0)
    let setting = "modules: {resources: {geopolrisk_internal_trade: true}}\n"
    let counted = try antimony(resources("\n" + setting), "EU27")
    #expect(isNear(counted["import_risk"], 1.5 / 4))
    #expect(counted["imports_quantity"] == 4.0)
  }

  @Test("of all importers gives each of them the row that it has alone, intervals included")
  func allImporters() throws {
    let resources = try resources()
    let all = try resources.run("resources", "geopolrisk", "--importer", "all", "--year", "2022")
    let importers = Set(all.tables[0].rows.map { $0[0].text ?? "" })
    #expect(
      importers == ["AUS", "BRA", "CHN", "DEU", "FRA", "JPN", "KOR", "PER", "TJK", "TWN", "USA"])
    for importer in importers {
      let alone = try resources.run(
        "resources", "geopolrisk", "--importer", importer, "--year", "2022")
      #expect(alone.tables[0].rows == all.tables[0].rows.filter { $0[0].text == importer })
    }
  }

  @Test("of several importers gives the rows of each, by commas in questions")
  func severalImporters() throws {
    let resources = try resources()
    let rows = try resources.run(
      "resources", "geopolrisk", "--importer", "KOR", "--importer", "EU27", "--year", "2022",
      "--material", "antimony"
    ).tables[0].rows
    #expect(rows.map { $0[0] } == ["KOR", "EU27"])
    let function = try resources.run(
      "query",
      "SELECT importer, score FROM geopolrisk('KOR, EU27', 2022) WHERE material = 'antimony'"
    ).tables[0].rows
    #expect(function == rows.map { [$0[0], $0[3]] })
  }

  @Test("of a range gives the years held, and says which are not")
  func years() throws {
    let resources = try resources()
    let found = try resources.run(
      "resources", "geopolrisk", "--importer", "KOR", "--year", "2020..2022", "--material",
      "antimony")
    #expect(found.tables[0].rows.map { $0[2] } == [2021, 2022])
    // Governance of 2022 is not known in 2021.
    #expect(found.tables[0].rows[0][3] == .null)
    #expect(found.notes.contains("cannot tell for 2020: the store holds no flows"))
    let error = #expect(throws: TowerError.self) {
      try resources.run("resources", "geopolrisk", "--importer", "KOR", "--year", "2023..2024")
    }
    #expect(error?.message == "cannot tell: the store holds no flows for 2023 to 2024")
    #expect(error?.hints.first == "years held: 2021, 2022")
  }

  @Test("has an interval around the score that the seed decides, and says draws and seed")
  func interval() throws {
    let resources = try resources()
    let row = try antimony(resources, "FRA")
    let low = try #require(row["score_low"]?.real)
    let high = try #require(row["score_high"]?.real)
    let score = try #require(row["score"]?.real)
    #expect(low < score && score < high)
    #expect(row["draws"] == 1000)
    #expect(row["seed"] == 1)
    #expect(try antimony(resources, "FRA") == row)
    let other = try antimony(resources, "FRA", "--seed", "2", "--draws", "500")
    #expect(other["score"] == row["score"])
    #expect(other["score_low"] != row["score_low"])
    #expect(other["draws"] == 500)
    let none = try antimony(resources, "FRA", "--draws", "0")
    #expect(none["score"] == row["score"])
    #expect(none["score_low"] == .null)
    #expect(none["rank_low"] == .null)
  }

  @Test("is as wide as the errors of governance, and names governance taken as exact")
  func exact() throws {
    let small = errors.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).enumerated().map {
        $0.offset == 2 && $0.element.hasPrefix("0.") ? "1e-9" : String($0.element)
      }.joined(separator: ",") + "\n"
    }.joined()
    let row = try antimony(resources(errors: small), "FRA")
    let score = try #require(row["score"]?.real)
    let low = try #require(row["score_low"]?.real)
    let high = try #require(row["score_high"]?.real)
    #expect(low < high && high - low < 1e-8)
    #expect(low <= score && score <= high)
    let notes = try resources(errors: nil).run(
      "resources", "geopolrisk", "--importer", "FRA", "--year", "2022"
    ).notes
    #expect(
      notes.contains("governance without a standard error is taken as exact: AUS CHN DEU FRA USA"))
  }

  @Test("ranks materials among each other, with the range that the draws give")
  func ranks() throws {
    let rows = try resources().answer(
      "resources", "geopolrisk", "--importer", "KOR", "--year", "2022")
    let tin = try #require(rows.first { $0["material"] == "tin" })
    let antimony = try #require(rows.first { $0["material"] == "antimony" })
    // 0.52 * 0.5 for tin, 0.46 * 0.38 for antimony.
    #expect(tin["rank"] == 1)
    #expect(antimony["rank"] == 2)
    #expect(antimony["rank_low"] == 2)
    #expect(antimony["rank_high"] == 2)
    #expect(rows.filter { $0["rank"] != .null }.count == 2)
  }

  @Test("joins in questions, for a range of years as well")
  func function() throws {
    let resources = try resources()
    let rows = try resources.run(
      "query",
      """
      SELECT importer, year, round(score, 6) FROM geopolrisk('all', 2021, 2022)
      WHERE material = 'antimony' AND score IS NOT NULL ORDER BY importer
      """
    ).tables[0].rows
    #expect(rows.map { $0[0] } == ["AUS", "CHN", "FRA", "JPN", "KOR", "TJK"])
    let error = #expect(throws: TowerError.self) {
      try resources.run("query", "SELECT * FROM geopolrisk('KRO', 2022)")
    }
    #expect(error?.message.contains("did you mean") == true)
  }
}

@Suite("The traps of the data, in GeoPolRisk")
struct GeoPolRiskTrapTests {
  private func row(_ resources: ResourcesTower, _ importer: String, _ material: String) throws
    -> [String: Value]
  {
    try #require(
      try resources.answer(
        "resources", "geopolrisk", "--importer", importer, "--year", "2022", "--material", material
      ).first)
  }

  @Test("Taiwan, 490 in the trade and without a number in governance, is a supplier that is named")
  func taiwan() throws {
    let published = try row(resources(), "JPN", "antimony")
    // 10 t from Korea, unrated as well in this small file, 1 t from China and 1 t from Taiwan at 0.5.
    #expect(published["unrated"] == "KOR TWN")
    #expect(isNear(published["import_risk"], 0.5))
    #expect(isNear(published["unrated_share"], 11.0 / 12))
    #expect(published["thin"]?.text?.contains("unknown governance") == true)
    let known = try row(
      resources("\nmodules: {resources: {geopolrisk_unrated: []}}\n"), "JPN", "antimony")
    #expect(known["unrated"] == "KOR")
    #expect(isNear(known["import_risk"], (10 * 0.5 + 0.5 + 0.3) / 12))
  }

  @Test(
    "a flow without quantity is left out of the score, shown as a share, and drawn for the range")
  func quantity() throws {
    let row = try row(resources(), "KOR", "antimony")
    #expect(isNear(row["without_quantity"], 100.0 / 1100))
    #expect(row["imports_quantity"] == 100.0)
    let brazil = try self.row(resources(), "BRA", "antimony")
    #expect(brazil["score"] == .null)
    #expect(brazil["missing"] == "the quantity of the imports; only their value is on record")
    #expect(isNear(brazil["without_quantity"], 1))
    // All of it comes from the United States, whatever it weighs.
    let low = try #require(brazil["score_low"]?.real)
    let high = try #require(brazil["score_high"]?.real)
    #expect(low < 0.46 * 0.5 && 0.46 * 0.5 < high)
    #expect(high < 0.46 * 0.6)
  }

  @Test("a group whose totals are zero is not defined: null with a reason, never 0 or NaN")
  func zeroTotals() throws {
    let row = try row(resources(), "USA", "antimony")
    #expect(row["score"] == .null)
    #expect(row["characterisation_factor"] == .null)
    #expect(row["import_risk"] == .null)
    #expect(row["price"] == .null)
    #expect(row["status"] == "insufficient")
    #expect(
      row["missing"] == "an import or own production on record; the score is not defined without")
    let zero = try resources()
    try zero.importText(
      "world-mining",
      production.split(separator: "\n").map { line in
        line.hasPrefix("Tin")
          ? line.split(separator: ",").dropLast().joined(separator: ",") + ",0" : String(line)
      }.joined(separator: "\n") + "\n")
    let tin = try self.row(zero, "KOR", "tin")
    #expect(tin["hhi"] == .null)
    #expect(tin["missing"] == "a figure of production above zero")
  }

  @Test("units are converted by mass; a volume is added as the published results add it, and said")
  func units() throws {
    let resources = try resources()
    try resources.importText(
      "world-mining",
      production + """
        Gold,Australia,36,AUS,kg,r,2022,2000
        Natural Gas,Australia,36,AUS,Mio m3,r,2022,70

        """)
    #expect(try row(resources, "AUS", "gold")["own_production"] == 2.0)
    let gas = try row(resources, "AUS", "natural-gas")
    #expect(gas["own_production"] == 70.0)
    #expect(gas["remarks"]?.text?.contains("own production in Mm3 is added to tonnes") == true)
  }

  @Test("BACI's numbers are not ISO's: 251 is France, 842 the United States")
  func numbers() throws {
    #expect(try row(resources(), "FRA", "antimony")["imports_quantity"] == 4.0)
    #expect(try row(resources(), "KOR", "antimony")["without_quantity"] != 0.0)
  }

  @Test("Guyana stands twice in governance: the first row counts as in the published results")
  func guyana() throws {
    let twice = governance + "Guyana,GUY,-1.5,328\nGuyana,GUY,0.5,328\n"
    for (conflict, risk) in [("first", 0.8), ("last", 0.4)] {
      let resources = try resources()
      try resources.importText(
        "baci", flows + "2022,328,604,261710,10,5\n", file: "baci_hs92_again.csv")
      try resources.run(
        "import", "wgi", resources.folder.write("wgi_estimate_twice.csv", twice), "--conflict",
        conflict)
      #expect(isNear(try row(resources, "PER", "antimony")["import_risk"], risk))
      #expect(try resources.rejects("wgi").count == 1)
    }
  }

  @Test("a producer without a figure makes the score an upper bound: the range goes down to zero")
  func upperBound() throws {
    let resources = try resources()
    try resources.importText(
      "world-mining", production + "Antimony,\"Korea, South\",410,KOR,metr. t,e,2022,\n")
    let row = try row(resources, "KOR", "antimony")
    #expect(isNear(row["score"], 0.46 * 0.38))
    #expect(row["score_low"] == 0.0)
    #expect(row["thin"]?.text?.contains("own production has no figure") == true)
    #expect(row["remarks"]?.text?.contains("1 producer has no figure") == true)
  }
}
