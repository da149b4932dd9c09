import FoundationEssentials
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
    #expect(hit["met"] == .text("ismail; haniya"))
    #expect(hit["treasury_score"] == .integer(100))
    #expect(hit["list"] == .text("ofac-nonsdn"))
    #expect(hit["list_version"] == .text("2024-05-06"))
    #expect(hit["list_age"] == .integer(10))
  }

  @Test("a name in another script or misspelt is found, and how it met is said")
  func otherSpellings() throws {
    try importDemonstration()
    for name in ["Исмаил Хания", "إسماعيل هنية", "Ismael Haniyyah", "HANlYA Ismai1"] {
      let rows = try trade.rows(["trade", "screen", name])
      #expect(rows.contains { $0["party"] == .text("HANIYA, Ismail Abdul Salah") }, "\(name)")
    }
  }

  @Test("nothing found names the lists and their days, and is not clearance")
  func nothing() throws {
    try importDemonstration()
    let result = try trade.run(["trade", "screen", "Hanbit Precision", "--as-of", "2026-11-24"])
    #expect(result.tables[0].rows.isEmpty)
    #expect(result.status == .ok)
    #expect(
      result.notes == [
        "no candidate at or above 0.723 in lists ofac-nonsdn (as of 2024-05-06); "
          + "that is not clearance"
      ])
  }

  @Test(
    "what keeps the search from telling is said; names without a letter and unknown lists are refused"
  )
  func doubts() throws {
    try importDemonstration()
    let notes = try trade.run(["trade", "screen", "Trading", "Co"]).notes.joined(separator: "\n")
    #expect(notes.contains("no word that can tell one party from another"))
    #expect(throws: TowerError.self) { try trade.run(["trade", "screen", "?!"]) }
    #expect(throws: TowerError.self) {
      try trade.run(["trade", "screen", "Acme", "--list", "ofac-sdn"])
    }
  }

  @Test("what the limit leaves out is counted")
  func limit() throws {
    try importDemonstration()
    let words = ["trade", "screen", "Ismail Haniya", "--threshold", "0.2"]
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
      try trade.run(["trade", "screen", "Nobody Here", "--fail-on", "0.5"]).status == .ok)
  }

  @Test("screen() gives the rows of the command to SQL, joins, and takes a kind of party")
  func function() throws {
    try importDemonstration()
    let command = try trade.run(["trade", "screen", "Ismail Haniya"]).tables[0].rows
    #expect(try question("SELECT * FROM screen('Ismail Haniya')").tables[0].rows == command)
    let joined = try question(
      """
      SELECT q.column1, count(*) FROM (VALUES ('Ismail Haniya'), ('Nobody Here')) q
      JOIN screen(q.column1, NULL, 1) s GROUP BY 1
      """)
    #expect(joined.tables[0].rows == [[.text("Ismail Haniya"), .integer(1)]])
    let vessels = try question("SELECT max(score) < 1 FROM screen('Ismail Haniya', 'vessel')")
    #expect(vessels.tables[0].rows == [[.integer(1)]])
  }

  @Test(
    "a file is screened row by row in its order, and each line says what it was screened against")
  func file() throws {
    try importDemonstration()
    let rows =
      ["who,born,from"] + (0..<1_200).map { $0 == 700 ? "Ismail Haniya,," : "Nobody \($0),," }
    let path = trade.folder.file("parties.csv")
    try rows.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
    let words = ["trade", "screen", "--input", path, "--map", "name=who", "--format", "ndjson"]
    let lines = try #require(try trade.run(words).text).split(separator: "\n")
    #expect(lines.count == 1_200)
    #expect(lines[0].hasPrefix("{\"row\":1,\"query\":\"Nobody 0\",\"candidates\":[],"))
    #expect(
      lines[0].contains("no candidate at or above 0.723 in lists ofac-nonsdn (as of 2024-05-06)"))
    #expect(lines[700].contains("\"entity\":\"ofac-nonsdn/"))
    #expect(lines[700].contains("\"score\":1,\"match\":true"))
    #expect(
      lines[700].hasSuffix("\"version\":\"2024-05-06\",\"entries\":445}]}")
        || lines[700].contains("\"entries\":"))
    let exhaustive = try trade.run(words + ["--exhaustive"]).text
    #expect(exhaustive == (try trade.run(words).text))
    #expect(throws: TowerError.self) {
      try trade.run(["trade", "screen", "--input", path, "--map", "name=whom"])
    }
    #expect(throws: TowerError.self) {
      try trade.run(["trade", "screen", "--input", path])
    }
  }

  @Test("dates and identifiers of a file change the score, and the parts say by how much")
  func facts() throws {
    try importDemonstration()
    let path = trade.folder.file("parties.ndjson")
    let lines = [
      #"{"name": "Ismail Haniya", "birth_date": "1890-01-01"}"#, #"{"name": "Ismail Haniya"}"#,
    ]
    try lines.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
    let answers = try #require(
      try trade.run([
        "trade", "screen", "--input", path, "--format", "ndjson", "--explain", "--threshold", "0.5",
      ]).text
    ).split(separator: "\n")
    #expect(answers.count == 2)
    #expect(answers[1].contains("\"score\":1,"))
    #expect(!answers[0].contains("\"score\":1,") || !answers[0].contains("birth_date"))
  }

  @Test("two names, and files of pairs, are compared with the score of the search")
  func compare() throws {
    let rows = try trade.rows(["trade", "compare", "Vladimir Putin", "PUTIN, Vladimir"])
    #expect(rows.first?["score"] == .real(1))
    let table = trade.folder.file("pairs.csv")
    try "id,name_a,name_b,type\n7,Hamas,Хамас,organisation\n8,Acme,Zenith,\n"
      .write(toFile: table, atomically: false, encoding: .utf8)
    let pairs = try trade.rows(["trade", "compare", "--pairs", table])
    #expect(pairs.map { $0["id"] } == [.text("7"), .text("8")])
    #expect(pairs.map { $0["match"] } == [.integer(1), .integer(0)])
    let lines = trade.folder.file("pairs.ndjson")
    try #"""
    {"id": 1, "a": {"name": "A B", "identifiers": ["IMO 9187629"]}, "b": {"name": "C", "identifiers": ["9187629", "IMO9187629"]}}
    {"id": 2, "a": {"first_name": "Hans", "last_name": "Friedrich"}, "b": {"first_name": "Friedrich", "last_name": "Hans"}}
    """#.write(toFile: lines, atomically: false, encoding: .utf8)
    let answers = try #require(try trade.run(["trade", "compare", "--pairs", lines]).text)
      .split(separator: "\n")
    #expect(
      answers[0].contains("\"id\": 1") && answers[0].hasSuffix("\"score\":0.95,\"match\":true}"))
    #expect(answers[1].hasSuffix("\"match\":false}"))
  }

  @Test("the facts of two records are compared whatever their keys, codes and forms")
  func comparedFacts() throws {
    let path = trade.folder.file("facts.ndjson")
    let name = #""name": "Ali Hassan", "type": "person""#
    let pairs = [
      (#""birth_date": "07/06/1958""#, #""birthDate": "1958-06-07""#, true),
      (#""birth_date": "1958""#, #""birthDate": ["1971-02-03", "1972"]"#, false),
      (#""country": "ir""#, #""nationality": ["IR", "TR"]"#, true),
      (#""gender": "F", "birth_date": "1957""#, #""gender": "male", "birth_date": "1954""#, false),
      (
        #""identifiers": [{"scheme": "imo", "number": "9187629"}]"#, #""imoNumber": "9999999""#,
        false
      ),
      (
        #""identifiers": {"lei": "5493001KJTIIGC8Y1R12"}"#, #""leiCode": "5493001KJTIIGC8Y1R12""#,
        true
      ),
      (#""birth_date": "sometime""#, #""birth_date": "1958""#, true),
      (#""unknown_key": [1, null, {"x": 2}]"#, #""identifiers": [null, 7, {}]"#, true),
    ]
    try pairs.map { "{\"a\": {\(name), \($0.0)}, \"b\": {\(name), \($0.1)}}" }
      .joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
    let answers = try #require(try trade.run(["trade", "compare", "--pairs", path]).text)
      .split(separator: "\n")
    for (answer, pair) in zip(answers, pairs) {
      #expect(
        answer.hasSuffix("\"match\":\(pair.2)}"), "\(pair.0) ~ \(pair.1): \(answer.suffix(40))")
    }
  }

  @Test("the type of a line is that of both its records, and an unread date is told")
  func lineOfRecords() throws {
    let path = trade.folder.file("line.ndjson")
    try #"""
    {"type": "person", "a": {"name": "Co Ng"}, "b": {"name": "NG, Co", "birth_date": "sometime"}}
    """#.write(toFile: path, atomically: false, encoding: .utf8)
    let answer = try #require(try trade.run(["trade", "compare", "--pairs", path]).text)
    #expect(
      answer.hasSuffix(
        #""not_understood":["birth_date: sometime"],"score":1.0,"match":true}"# + "\n"))
  }

  @Test("what a file says and nobody can read is told, and the party is screened by the rest")
  func unread() throws {
    try importDemonstration()
    let path = trade.folder.file("unread.csv")
    try "name,birth_date,country\nIsmail Haniya,sometime,Atlantis\n"
      .write(toFile: path, atomically: false, encoding: .utf8)
    let line = try #require(
      try trade.run(["trade", "screen", "--input", path, "--format", "ndjson"]).text)
    #expect(line.contains(#""not_understood":["birth_date: sometime","country: Atlantis"]"#))
    #expect(line.contains("\"score\":1,"))
    let table = try trade.run(["trade", "screen", "--input", path])
    #expect(table.notes.contains { $0.contains("1 of 1 parties have a birth date or country") })
  }

  @Test(
    "every listed name finds its own entry at score 1",
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
    var searcher = NameSearcher(NameIndex(names: names))
    for position in stride(from: 0, to: names.count, by: 97) {
      let query = NameQuery(names[position].text, party: names[position].party)
      let found = searcher.search(query, threshold: 0.99, limit: .max)
      #expect(
        found.contains { $0.name.entry == names[position].entry }, "\(names[position].text)")
    }
  }
}
