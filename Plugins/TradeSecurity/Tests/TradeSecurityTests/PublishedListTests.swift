import Kernel
import Store
import TestSupport
import Testing

/// The published lists that came with the importers of the EU, the UK and the US agencies.
extension PublishedList {
  static let sdn2021 = "data/lists/ofac_sdn_2021-07.csv.gz"
  static let alt2021 = "data/lists/ofac_alt_2021-07.csv.gz"
  static let add2021 = "data/lists/ofac_add_2021-07.csv.gz"
  static let sdn2022 = "data/lists/ofac_sdn_2022.csv.gz"
  static let eu = "data/lists/eu_fsf_full_2024-05-13.xml.gz"
  static let uk = "data/lists/uk_ofsi_conlist_2018-04-13.csv.gz"
  static let dpl = "data/lists/bis_dpl_2021-07.txt.gz"
  static let cslOld = "data/lists/us_csl_oldlayout_sample.csv.gz"
  static let cslNew = "data/lists/us_csl_consolidated_small.csv.gz"
}

@Suite("Lists of every publisher, imported whole")
struct PublishedListTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
    try trade.importISONames()
  }

  private func report(_ dataset: String, _ file: String, _ options: String...) throws -> [Value] {
    try trade.run(["import", dataset, SharedData.path(file)] + options).tables[0].rows[0]
  }

  private func count(_ sql: String) throws -> Int64? {
    try trade.tower.read { try $0.first(sql)?[0].integer }
  }

  private func row(_ sql: String) throws -> [Value]? {
    try trade.tower.read { try $0.first(sql) }
  }

  @Test(
    "the EU's list: 4,811 records, each name with its language, parties of two programmes once",
    .enabled(if: SharedData.has(PublishedList.eu), "needs ../shared/data/lists"))
  func europeanUnion() throws {
    let report = try report("eu-fsf", PublishedList.eu)
    #expect(report[3] == 4_811)
    #expect(report[4] == 0)
    #expect(try count("SELECT count(*) FROM trade_list_entry") == 4_808)
    #expect(try count("SELECT count(*) FROM trade_list_name") == 25_257)
    #expect(try count("SELECT count(*) FROM trade_list_name WHERE kind = 'native'") ?? 0 > 2_000)
    let merged = try row("SELECT programmes FROM trade_list_entry WHERE entry = '547'")
    #expect(merged?[0] == "[\"AFG\",\"TAQA\"]")
    let dates = "SELECT count(*) FROM trade_list_date WHERE role = 'birth'"
    #expect(try count(dates + " AND precision = 'day'") ?? 0 > 2_500)
    #expect(try count(dates + " AND precision = 'range'") ?? 0 >= 40)
    #expect(try count(dates + " AND is_approximate") ?? 0 > 150)
    #expect(
      try count("SELECT count(*) FROM trade_list_identifier WHERE scheme = 'passport'") ?? 0 > 450)
    #expect(try count("SELECT count(*) FROM trade_list_entry WHERE listed_on IS NOT NULL") == 4_138)
    #expect(try row("SELECT version FROM trade_list_version")?[0] == "2024-05-13")
  }

  @Test(
    "the UK's list: 9,487 rows are 2,106 parties, read as Windows-1252, with its two-line header",
    .enabled(if: SharedData.has(PublishedList.uk), "needs ../shared/data/lists"))
  func unitedKingdom() throws {
    let result = try trade.run(["import", "uk-ofsi", SharedData.path(PublishedList.uk)])
    #expect(result.tables[0].rows[0][3] == 2_106)
    #expect(result.tables[0].rows[0][4] == 0)
    #expect(result.notes.contains { $0.contains("Windows-1252") })
    #expect(try count("SELECT count(*) FROM trade_list_name WHERE kind = 'primary'") == 2_106)
    #expect(try count("SELECT count(*) FROM trade_list_name WHERE kind = 'former'") ?? 0 >= 9)
    let party = "list = 'uk-ofsi' AND entry = '13349'"
    #expect(
      try row("SELECT name FROM trade_list_name WHERE \(party) AND kind = 'primary'")?[0].text?
        .contains("AL-HABABI") == true)
    let years = try trade.tower.read {
      try $0.rows(
        "SELECT earliest, latest, precision FROM trade_list_date WHERE \(party) ORDER BY earliest")
    }
    #expect(years.first == ["1980-01-01", "1980-12-31", "year"])
    let countries = try trade.tower.read {
      try $0.rows(
        "SELECT country FROM trade_list_country WHERE \(party) AND role = 'nationality' ORDER BY 1")
    }
    #expect(countries == [["QAT"], ["SAU"]])
    #expect(try row("SELECT listed_on FROM trade_list_entry WHERE \(party)")?[0] == "2016-04-01")
  }

  @Test(
    "the older US layout: dates, places, numbers and relations stand in the remarks",
    .enabled(if: SharedData.has(PublishedList.sdn2021), "needs ../shared/data/lists"))
  func olderLayout() throws {
    let report = try report(
      "ofac-sdn", PublishedList.sdn2021, "--alt", SharedData.path(PublishedList.alt2021), "--add",
      SharedData.path(PublishedList.add2021))
    #expect(report[3] == 8_976)
    #expect(report[4] == 0)
    #expect(try count("SELECT count(*) FROM trade_list_name WHERE kind = 'former'") ?? 0 >= 369)
    let dates = "SELECT count(*) FROM trade_list_date WHERE role = 'birth'"
    #expect(try count(dates) ?? 0 > 4_400)
    #expect(try count(dates + " AND earliest IS NULL") == 0)
    #expect(try count("SELECT count(*) FROM trade_list_relation") ?? 0 > 3_300)
    #expect(
      try count("SELECT count(*) FROM trade_list_relation WHERE other_entry IS NOT NULL") ?? 0
        > 2_800)
    let ships = "SELECT count(*) FROM trade_list_identifier WHERE scheme = 'imo'"
    #expect(try count(ships) ?? 0 > 350)
    #expect(try count(ships + " AND verdict = 'invalid'") == 0)
    let companies = "SELECT count(*) FROM trade_list_identifier WHERE scheme = 'imo_company'"
    #expect(try count(companies + " AND verdict = 'valid'") ?? 0 > 60)
    #expect(
      try row("SELECT version, published, layout FROM trade_list_version")
        == ["2021-07", "2021-07-01", "sdn.csv"])
  }

  @Test(
    "a real file of 2022 with a 0x1A byte and a byte-order mark inside is taken",
    .enabled(if: SharedData.has(PublishedList.sdn2022), "needs ../shared/data/lists"))
  func endOfFileByte() throws {
    let report = try report("ofac-sdn", PublishedList.sdn2022)
    #expect(report[3] == 11_567)
    #expect(report[4] == 0)
  }

  @Test(
    "the Denied Persons List: every row is an entry with its dates",
    .enabled(if: SharedData.has(PublishedList.dpl), "needs ../shared/data/lists"))
  func deniedPersons() throws {
    #expect(try report("bis-dpl", PublishedList.dpl)[3] == 581)
    #expect(try count("SELECT count(*) FROM trade_list_entry WHERE listed_on IS NULL") == 0)
    #expect(
      try count("SELECT count(*) FROM trade_list_entry WHERE party_kind = 'unknown'") == 581)
    #expect(
      try count("SELECT count(*) FROM trade_list_date WHERE role = 'expires'") ?? 0 > 500)
  }

  @Test(
    "the Consolidated Screening List in both layouts, with the list that each entry comes from",
    .enabled(if: SharedData.has(PublishedList.cslOld), "needs ../shared/data/lists"))
  func consolidatedScreening() throws {
    #expect(try report("us-csl", PublishedList.cslOld)[3] == 115)
    #expect(try count("SELECT count(*) FROM trade_list_entry WHERE section = 'EL'") == 22)
    let older = try row(
      """
      SELECT number, scheme, country FROM trade_list_identifier WHERE kind = 'Matricula Mercantil No'
      """)
    #expect(older == ["1978075", "registration", "COL"])
    #expect(try report("us-csl", PublishedList.cslNew, "--allow-shrink")[4] == 0)
    let newer = try row(
      """
      SELECT number, scheme, country FROM trade_list_identifier WHERE kind = 'Passport'
      ORDER BY number LIMIT 1
      """)
    #expect(newer == ["836238033", "passport", "PRK"])
    #expect(
      try count("SELECT count(*) FROM trade_list_country WHERE country_text = 'CN'") ?? 0 > 0)
  }
}
