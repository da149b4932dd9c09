import Configuration
import Kernel
import Store
import TestSupport
import Testing

@Suite("Exports of OpenSanctions and watch lists of one's own")
struct OwnListTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
    try trade.importISONames()
  }

  private func rows(_ sql: String) throws -> [[Value]] {
    try trade.tower.read { try $0.rows(sql) }
  }

  @Test("targets.simple.csv: values between semicolons, in quotes where they hold one")
  func simpleTable() throws {
    let file = trade.folder.write(
      "targets.simple_2024-05-01.csv",
      #"""
      "id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","dataset","first_seen","last_seen","last_change"
      "NK-1","Person","Ivan Petrov","Иван Петров;""Petrov; Ivan""","1960-05","ru;by","Minsk","AB123","","","","Test list","2022-03-01T10:00:00","2024-05-01","2024-04-01"
      "NK-2","Company","Acme","","","","","","","","","Test list","2022-03-01","",""
      """#)
    let report = try trade.run(["import", "opensanctions", file])
    #expect(report.tables[0].rows[0][3] == 2)
    #expect(report.notes.contains { $0.contains("its name says 2024-05-01") })
    #expect(
      try rows("SELECT name FROM trade_list_name WHERE entry = 'NK-1' ORDER BY position")
        == [["Ivan Petrov"], ["Иван Петров"], ["Petrov; Ivan"]])
    #expect(
      try rows("SELECT country FROM trade_list_country WHERE role = 'nationality' ORDER BY 1")
        == [["BLR"], ["RUS"]])
    #expect(
      try rows("SELECT earliest, latest, precision FROM trade_list_date")
        == [["1960-05-01", "1960-05-31", "month"]])
    #expect(
      try rows("SELECT listed_on, section FROM trade_list_entry WHERE entry = 'NK-1'")
        == [["2022-03-01", "Test list"]])
  }

  @Test("FollowTheMoney lines: links, sanctions, addresses and documents find their party")
  func followTheMoney() throws {
    let file = trade.folder.write(
      "entities.ftm.json",
      """
      {"id":"own","schema":"Ownership","properties":{"owner":["p"],"asset":["c"]}}
      {"id":"s","schema":"Sanction","properties":{"entity":["p"],"program":["RUS-1"],"listingDate":["2022-02-25"]}}
      {"id":"p","caption":"Ivan Petrov","schema":"Person","target":true,"datasets":["eu"],"properties":{"name":["Иван Петров","Ivan Petrov"],"weakAlias":["Vanya"],"previousName":["Ivan Sidorov"],"birthDate":["1960"],"nationality":["ru"],"innCode":["500100732259"],"gender":["male"],"addressEntity":["a"]}}
      {"id":"a","schema":"Address","properties":{"full":["1 Main St, Minsk"],"country":["by"]}}
      {"id":"d","schema":"Passport","properties":{"holder":["p"],"number":["A 1"],"country":["ru"]}}
      {"id":"c","caption":"Acme","schema":"Company","target":true,"properties":{"name":["Acme"],"leiCode":["7LTWFZYICNSX8D621K86"],"previousName":["Old Acme"]}}

      {"id":"v","caption":"Ship","schema":"Vessel","target":true,"properties":{"name":["Ship"],"imoNumber":["IMO9187629"],"flag":["pa"]}}
      {"id":"r","caption":"Relative","schema":"Person","target":false,"properties":{"name":["Relative"]}}
      """)
    let report = try trade.run([
      "import", "opensanctions", file, "--list", "os-test", "--published", "2024-05",
    ])
    #expect(report.tables[0].rows[0][3] == 3)
    #expect(report.tables[0].rows[0][4] == 0)
    #expect(report.notes.contains { $0.contains("5 entities are no listed party") })
    #expect(
      try rows("SELECT name, kind FROM trade_list_name WHERE entry = 'p' ORDER BY position")
        == [
          ["Ivan Petrov", "primary"], ["Иван Петров", "native"], ["Vanya", "weak_alias"],
          ["Ivan Sidorov", "former"],
        ])
    #expect(
      try rows("SELECT relation, other_name, other_entry FROM trade_list_relation")
        == [["owns", "Acme", "c"]])
    #expect(
      try rows(
        "SELECT scheme, normalised, verdict FROM trade_list_identifier ORDER BY entry, position")
        == [
          ["lei", "7LTWFZYICNSX8D621K86", "valid"], ["tax", "500100732259", "valid"],
          ["passport", "A1", .null], ["imo", "9187629", "valid"],
        ])
    #expect(
      try rows("SELECT programmes, listed_on, gender FROM trade_list_entry WHERE entry = 'p'")
        == [["[\"RUS-1\"]", "2022-02-25", "male"]])
    #expect(
      try rows("SELECT detail FROM trade_list_country WHERE entry = 'p' AND country = 'BLR'")
        == [["1 Main St, Minsk"]])
  }

  private func mapping(_ text: String) -> String { trade.folder.write("mapping.yaml", text) }

  @Test("a watch list is read by its mapping, and a column that is not there is named")
  func watchlist() throws {
    let own = mapping(
      """
      list: agency-watch
      delimiter: ";"
      separator: "|"
      dates: dmy
      kinds: {P: person, F: organisation}
      columns:
        entry: nr
        name: naam
        aliases: [ook]
        kind: soort
        birth_date: geboren
        nationality: land
        identifiers: {passport: pas, imo: schip}
      """)
    let file = trade.folder.write(
      "own.csv",
      """
      nr;naam;ook;soort;geboren;land;pas;schip
      1;Jan Jansen;J. Jansen|Jantje;P;03/04/1970;NL;AB1|AB2;
      2;Firma;;F;;;;IMO 9187629
      """)
    let take = ["import", "watchlist", file, "--mapping", own, "--published", "2024"]
    #expect(try trade.run(take).tables[0].rows[0][3] == 2)
    #expect(
      try rows("SELECT list, entry, party_kind FROM trade_list_entry")
        == [["agency-watch", "1", "person"], ["agency-watch", "2", "organisation"]])
    #expect(try rows("SELECT earliest FROM trade_list_date") == [["1970-04-03"]])
    #expect(
      try rows("SELECT name FROM trade_list_name WHERE kind = 'alias'")
        == [["J. Jansen"], ["Jantje"]])
    #expect(
      try rows("SELECT scheme FROM trade_list_identifier ORDER BY entry, position")
        == [["passport"], ["passport"], ["imo_company"]])
    let other = trade.folder.write("other.csv", "nr;naam;ook;soort;geboren;land;pas\n")
    let error = #expect(throws: TowerError.self) {
      try trade.run(["import", "watchlist", other, "--mapping", own])
    }
    #expect(error?.hints.first == "missing: 'schip'")
    let unknown = trade.folder.write(
      "unknown.csv", "nr;naam;ook;soort;geboren;land;pas;schip\n3;Niemand;;X;;;;\n")
    let refusal = #expect(throws: TowerError.self) {
      try trade.run(["import", "watchlist", unknown, "--mapping", own])
    }
    #expect(refusal?.message.contains("the kind 'X' is not in the mapping") == true)
  }

  @Test("a mapping that is wrong is refused at its line and column")
  func wrongMapping() {
    let wrong = mapping("list: x\ncolumns:\n  nam: naam\n")
    let file = trade.folder.write("own.csv", "naam\nA\n")
    let error = #expect(throws: ConfigurationError.self) {
      try trade.run(["import", "watchlist", file, "--mapping", wrong])
    }
    #expect(error?.description.contains("mapping.yaml:3:3") == true, "\(error?.description ?? "")")
  }
}
