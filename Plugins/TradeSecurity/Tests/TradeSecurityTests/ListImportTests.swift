import Kernel
import Store
import TestSupport
import Testing

@Suite("Published lists, imported whole")
struct ListImportTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
  }

  private func report(_ dataset: String, _ file: String, _ options: String...) throws -> [Value] {
    try trade.run(["import", dataset, SharedData.path(file)] + options).tables[0].rows[0]
  }

  private func count(_ sql: String) throws -> Int64? {
    try trade.tower.read { try $0.first(sql)?[0].integer }
  }

  @Test(
    "the SDN list has 14,966 parties with 36,720 names, none refused, every birth date understood",
    .enabled(if: SharedData.has(PublishedList.sdn), "needs ../shared/data/lists"))
  func wholeSDN() throws {
    let report = try report("ofac-sdn", PublishedList.sdn)
    #expect(report[3] == .integer(14_966))
    #expect(report[4] == .integer(0))
    #expect(try count("SELECT count(*) FROM trade_list_entry WHERE list = 'ofac-sdn'") == 14_966)
    #expect(try count("SELECT count(*) FROM trade_list_name") == 36_720)
    #expect(
      try count("SELECT count(*) FROM trade_list_name WHERE kind = 'weak_alias'") == 3_694)
    let dates = "SELECT count(*) FROM trade_list_date WHERE role = 'birth'"
    #expect(try count(dates) == 7_533)
    #expect(try count(dates + " AND earliest IS NULL") == 0)
    #expect(try count(dates + " AND is_approximate") == 72)
    #expect(
      try count("SELECT count(*) FROM tower_source WHERE as_of = '2024-05-07'") == 1)
  }

  @Test(
    "with the names of ISO 3166-1, only regions and what is no country stays without a code",
    .enabled(if: SharedData.has(PublishedList.sdn), "needs ../shared/data"))
  func countries() throws {
    try trade.importISONames()
    _ = try report("ofac-sdn", PublishedList.sdn)
    _ = try report("un-consolidated", PublishedList.un2026)
    let unread = try trade.tower.read {
      try $0.rows(
        """
        SELECT DISTINCT country_text FROM trade_list_country
        WHERE country IS NULL AND country_text IS NOT NULL ORDER BY 1
        """)
    }
    #expect(
      unread.compactMap { $0[0].text } == [
        "Kosovo", "Netherlands Antilles", "None Identified",
        "Region: Commonwealth of Independent States", "Region: Crimea", "Region: Kafia Kingi",
        "Region: Northern Mali", "former Soviet Union", "na", "undetermined",
      ])
    let places = "SELECT count(*) FROM trade_list_country WHERE role = 'birth_place'"
    #expect(try count(places + " AND country IS NOT NULL") ?? 0 > 4_800)
  }

  @Test(
    "the non-SDN list is a list of its own, told by its file's name",
    .enabled(if: SharedData.has(PublishedList.nonSDN), "needs ../shared/data/lists"))
  func nonSDN() throws {
    #expect(try report("ofac-sdn", PublishedList.nonSDN)[3] == .integer(443))
    #expect(try count("SELECT count(*) FROM trade_list_name WHERE list = 'ofac-nonsdn'") == 1_569)
  }

  @Test(
    "a version replaces the one before, and a list that would shrink too far stops",
    .enabled(if: SharedData.has(PublishedList.un2026), "needs ../shared/data/lists"))
  func versions() throws {
    #expect(try report("un-consolidated", PublishedList.un2024)[3] == .integer(875))
    #expect(try report("un-consolidated", PublishedList.un2026)[3] == .integer(1_003))
    #expect(try count("SELECT count(*) FROM trade_list_entry") == 1_003)
    #expect(
      try count("SELECT count(DISTINCT source_id) FROM trade_list_name") == 1)
    #expect(try count("SELECT count(*) FROM trade_list_name WHERE script = 'Arab'") ?? 0 > 300)
    #expect(
      try count("SELECT count(*) FROM trade_list_entry WHERE listed_on IS NULL") == 0)
    let small = trade.folder.write(
      "un.xml",
      """
      <CONSOLIDATED_LIST dateGenerated="2026-03-01T00:00:00Z"><INDIVIDUALS><INDIVIDUAL>
      <FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>X.1</REFERENCE_NUMBER>
      </INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>
      """)
    let error = #expect(throws: TowerError.self) {
      try trade.run(["import", "un-consolidated", small])
    }
    #expect(error?.message.contains("shrink from 1003 to 1") == true)
    #expect(try count("SELECT count(*) FROM trade_list_entry") == 1_003)
    try trade.run(["import", "un-consolidated", small, "--allow-shrink"])
    #expect(try count("SELECT count(*) FROM trade_list_name") == 1)
  }

  @Test(
    "the same bytes again change nothing and say so",
    .enabled(if: SharedData.has(PublishedList.un2024), "needs ../shared/data/lists"))
  func again() throws {
    _ = try report("un-consolidated", PublishedList.un2024)
    #expect(try report("un-consolidated", PublishedList.un2024)[1] == .text("unchanged"))
  }

  @Test("the bundled demonstration list comes with its card")
  func demonstration() throws {
    try trade.run([
      "import", "ofac-sdn", project + "/config/reference/ofac_nonsdn_2024-05-06.xml.gz",
    ])
    let source = try trade.tower.read {
      try $0.first("SELECT licence, as_of, rows_in FROM tower_source WHERE dataset = 'ofac-sdn'")
    }
    #expect(source?[0].text?.contains("public domain") == true)
    #expect(source?[1] == .text("2024-05-06"))
    #expect(source?[2] == .integer(443))
  }
}
