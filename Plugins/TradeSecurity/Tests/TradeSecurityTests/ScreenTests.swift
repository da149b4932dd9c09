import Kernel
import NameMatching
import Store
import TestSupport
import Testing

@Suite("Screening of names")
struct ScreenTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
  }

  private func importDemonstration() throws {
    try trade.run([
      "import", "ofac-sdn", project + "/config/reference/ofac_nonsdn_2024-05-06.xml.gz",
    ])
  }

  private func question(_ sql: String) throws -> CommandResult {
    try Question.ask(sql, of: trade.tower, options: GlobalOptions())
  }

  @Test("without a list it cannot tell, and says what to import; the table function as well")
  func noLists() throws {
    let error = #expect(throws: TowerError.self) { try trade.run(["trade", "screen", "Acme"]) }
    #expect(error?.message.hasPrefix("cannot tell") == true)
    #expect(error?.hints.first?.hasPrefix("tower import ofac-sdn") == true)
    #expect(throws: (any Error).self) { try question("SELECT * FROM screen('Acme')") }
  }

  @Test("a hit shows the party, the alias that met, the programme, the words, the list and its age")
  func hit() throws {
    try importDemonstration()
    let rows = try trade.rows(["trade", "screen", "ismail", "haniya", "--as-of", "2024-05-16"])
    let hit = try #require(rows.first)
    #expect(hit["score"] == .real(1))
    #expect(hit["party"] == .text("HANIYA, Ismail Abdul Salah"))
    #expect(hit["listed_name"] == .text("HANIYA, Ismail"))
    #expect(hit["name_kind"] == .text("alias"))
    #expect(hit["programmes"] == .text("NS-PLC"))
    #expect(hit["met"] == .text("haniya ismail"))
    #expect(hit["list"] == .text("ofac-nonsdn"))
    #expect(hit["list_version"] == .text("2024-05-06"))
    #expect(hit["list_age"] == .integer(10))
  }

  @Test("nothing found names the lists and their days, and is not clearance")
  func nothing() throws {
    try importDemonstration()
    let result = try trade.run(["trade", "screen", "Hanbit Precision", "--as-of", "2026-11-24"])
    #expect(result.tables[0].rows.isEmpty)
    #expect(result.status == .ok)
    #expect(
      result.notes == [
        "no listed name met on 1 list: ofac-nonsdn of 2024-05-06 (932 days old); "
          + "that is not clearance"
      ])
    let earlier = try trade.run(["trade", "screen", "Hanbit", "--as-of", "2024-01-01"])
    #expect(earlier.notes.first?.contains("published after the day asked about") == true)
  }

  @Test("what keeps the search from telling is said: common words, another script, a threshold")
  func doubts() throws {
    try importDemonstration()
    func notes(_ words: String...) throws -> String {
      try trade.run(["trade", "screen"] + words).notes.joined(separator: "\n")
    }
    #expect(try notes("Trading", "Co").contains("no word that can tell one party from another"))
    #expect(try notes("하니야").contains("not transliterated"))
    let below = try notes("Ismail Haniya Abdul Salah Ahmad Muhammad Yusuf", "--threshold", "1")
    #expect(below.contains("no listed name met at 1.0 or more"))
    #expect(below.contains("more score below 1.0"))
    #expect(throws: TowerError.self) { try trade.run(["trade", "screen", "?!"]) }
    #expect(throws: TowerError.self) {
      try trade.run(["trade", "screen", "Acme", "--list", "ofac-sdn"])
    }
  }

  @Test("what the limit leaves out is counted")
  func limit() throws {
    try importDemonstration()
    let words = ["trade", "screen", "Abu", "--threshold", "0"]
    let all = try trade.run(words).tables[0].rows
    #expect(all.count > 1)
    let result = try trade.run(words + ["--limit", "1"])
    #expect(result.tables[0].rows == Array(all.prefix(1)))
    #expect(result.notes.contains { $0.contains("the best 1 of \(all.count)") })
  }

  @Test("it ends with exit code 1 when a party scores at least what --fail-on says")
  func failOn() throws {
    try importDemonstration()
    func status(_ options: String...) throws -> Kernel.ExitStatus {
      try trade.run(["trade", "screen", "Ismail Haniya"] + options).status
    }
    #expect(try status() == .ok)
    #expect(try status("--fail-on", "0.9") == .findingsAtLevel)
    #expect(try status("--fail-on", "0.9", "--threshold", "1") == .findingsAtLevel)
    #expect(
      try trade.run(["trade", "screen", "Nobody Here", "--fail-on", "0"]).status == .ok)
  }

  @Test("screen() gives the rows of the command to SQL, and joins")
  func function() throws {
    try importDemonstration()
    let command = try trade.run(["trade", "screen", "Ismail Haniya"]).tables[0].rows
    #expect(try question("SELECT * FROM screen('Ismail Haniya')").tables[0].rows == command)
    let joined = try question(
      """
      SELECT q.column1, count(*) FROM (VALUES ('Ismail Haniya'), ('Nobody Here')) q
      JOIN screen(q.column1, 1) s GROUP BY 1
      """)
    #expect(joined.tables[0].rows == [[.text("Ismail Haniya"), .integer(1)]])
  }

  @Test(
    "every listed name finds its own entry at score 1, and the store finds what the engine finds",
    .enabled(if: SharedData.has(PublishedList.sdn), "needs ../shared/data/lists"))
  func everyName() throws {
    try trade.run(["import", "ofac-sdn", SharedData.path(PublishedList.sdn)])
    let names = try trade.tower.read { connection in
      try connection.rows(
        """
        SELECT n.entry, n.name, n.kind, e.party_kind FROM trade_list_name n
        JOIN trade_list_entry e USING (list, entry) ORDER BY n.entry, n.position
        """
      ).map { row in
        ListedName(
          entry: "ofac-sdn/" + (row[0].text ?? ""), text: row[1].text ?? "",
          party: ListedName.Party(rawValue: row[3].text ?? "") ?? .other,
          role: ListedName.Role(rawValue: row[2].text ?? "") ?? .alias)
      }
    }
    #expect(names.count == 36_720)
    let index = NameIndex(names: names)
    for position in stride(from: 0, to: names.count, by: 37) {
      let found = index.search(names[position].text, threshold: 1, limit: .max)
      #expect(
        found.contains { $0.name.entry == names[position].entry }, "\(names[position].text)")
    }
    for position in stride(from: 11, to: names.count, by: 1_201) {
      let text = names[position].text
      let rows = try trade.rows(["trade", "screen", text, "--threshold", "0", "--limit", "10000"])
      let engine = index.search(text, threshold: 0, limit: .max)
      #expect(
        rows.compactMap { $0["entry"]?.text }.map { "ofac-sdn/" + $0 }
          == engine.map(\.name.entry))
      #expect(rows.compactMap { $0["score"]?.real } == engine.map(\.score))
    }
  }
}
