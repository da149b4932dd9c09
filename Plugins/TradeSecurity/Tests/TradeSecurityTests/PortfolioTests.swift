import Kernel
import Store
import TestSupport
import Testing

@Suite("Portfolios and their screening")
struct PortfolioTests {
  private let trade: TradeTower
  private let petrov = InventedList.Party(
    entry: "p", name: "Ivan Petrov", birth: "1960-05-01", country: "ru")
  private let acme = InventedList.Party(entry: "c", name: "Acme Mining", schema: "Company")

  init() throws {
    trade = try TradeTower()
    try trade.importISONames()
    try InventedList.take([petrov, acme], published: "2024-01-01", into: trade)
  }

  @discardableResult
  private func take(_ text: String, name: String = "clients", _ options: [String] = []) throws
    -> CommandResult
  {
    let file = trade.folder.write("clients.csv", text)
    return try trade.run(
      [
        "trade", "portfolio", "import", file, "--portfolio", name, "--purpose", "export control",
      ] + (options.isEmpty ? ["--marking", "TLP:CLEAR"] : options))
  }

  @discardableResult
  private func command(_ word: String, _ options: String...) throws -> CommandResult {
    try trade.run(["trade", "portfolio", word, "--portfolio", "clients"] + options)
  }

  private func alerts() throws -> [[String: Value]] {
    try trade.rows(["trade", "portfolio", "rescreen", "--portfolio", "clients"])
  }

  private let clients = "id,name,birth_date\n1,Ivan Petrov,1960-05-01\n2,Nobody Here,\n"

  @Test("the purpose is required and stands in the ledger; the marking must be said")
  func purpose() throws {
    let file = trade.folder.write("clients.csv", clients)
    let words = ["trade", "portfolio", "import", file, "--portfolio", "clients"]
    #expect(throws: TowerError.self) { try trade.run(words + ["--marking", "TLP:CLEAR"]) }
    #expect(throws: TowerError.self) {
      try trade.run(words + ["--marking", "TLP:CLEAR", "--purpose", " "])
    }
    #expect(throws: TowerError.self) { try trade.run(words + ["--purpose", "export control"]) }
    try take(clients)
    try command("screen")
    let bodies = try trade.tower.read { try Ledger.entries($0).map(\.body) }
    #expect(bodies.count { $0.contains("export control") } == 2)
    #expect(!bodies.contains { $0.contains("Petrov") })
  }

  @Test("parties that may not be held are not shown, screened or decided on; SQL opens no table")
  func marked() throws {
    try take(clients, ["--marking", "TLP:AMBER"])
    for words in [
      ["portfolio", "screen", "--portfolio", "clients"],
      ["portfolio", "rescreen", "--portfolio", "clients"], ["review", "--portfolio", "clients"],
      [
        "decide", "os-test/p", "--verdict", "unsure", "--by", "x", "--reason", "y", "--portfolio",
        "clients", "--party", "1",
      ],
    ] {
      let error = #expect(throws: TowerError.self) { try trade.run(["trade"] + words) }
      #expect(error?.status == .denied, "\(words)")
    }
    let shown = try trade.run(["trade", "portfolios"])
    #expect(shown.tables[0].rows.isEmpty && shown.notes[0].hasPrefix("1 kept back"))
    for table in ["trade_portfolio", "trade_portfolio_party", "trade_portfolio_hit"] {
      #expect(throws: (any Error).self) {
        try Question.ask("SELECT * FROM \(table)", of: trade.tower, options: GlobalOptions())
      }
    }
  }

  @Test("rows without a name and repeated identifiers are refused with their row; the rest stands")
  func faults() throws {
    let rows = (10..<200).map { "\($0),Nobody \($0)," }.joined(separator: "\n")
    let answer = try take(clients + "3,,\n1,Ivan Other,\n4,Late Birth,soon\n" + rows + "\n")
    #expect(answer.tables[0].rows[0][3...4] == [193, 2])
    #expect(answer.notes.contains { $0.contains("row 5, birth_date: soon") })
    let reasons = try trade.tower.read {
      try $0.rows("SELECT line, reason FROM tower_source_reject ORDER BY line")
    }
    #expect(reasons == [[3, "the name is missing"], [4, "'1' stands in row 1 already"]])
    #expect(throws: TowerError.self) { try take("id,name\n1,\n2,\n3,A B\n") }
    #expect(throws: TowerError.self) { try take("id,name\n") }
    #expect(throws: TowerError.self) { try take("") }
    #expect(throws: TowerError.self) { try take("id,town\n1,Seoul\n") }
    // What stood before still stands, and a file that lost most of it is refused.
    let refused = #expect(throws: TowerError.self) { try take("id,name\n1,Ivan Petrov\n") }
    #expect(refused?.message.contains("would shrink from 193 to 1") == true)
    #expect(try trade.rows(["trade", "portfolios"])[0]["parties"] == 193)
  }

  @Test("lines of JSON are taken one by one, and the same person twice stands twice")
  func lines() throws {
    let good = (0..<100).map { #"{"name": "Somebody \#($0)"}"# }
    let file = trade.folder.write(
      "clients.ndjson",
      ([#"{"name": "Ivan Petrov"}"#, #"{"name": "Ivan Petrov"}"#, "{broken"] + good).joined(
        separator: "\n"))
    let answer = try trade.run([
      "trade", "portfolio", "import", file, "--portfolio", "clients", "--purpose", "test",
      "--marking", "TLP:CLEAR",
    ])
    #expect(answer.tables[0].rows[0][3...4] == [102, 1])
    let hits = try trade.rows(["trade", "portfolio", "screen", "--portfolio", "clients"])
    #expect(hits.count == 2 && hits[0]["party"] != hits[1]["party"])
  }

  @Test("a screening keeps its hits with versions and threshold; a change of a list gives alerts")
  func rescreen() throws {
    try take(clients)
    #expect(throws: TowerError.self) { try command("screen", "--list", "none") }
    let hits = try trade.rows(["trade", "portfolio", "screen", "--portfolio", "clients"])
    #expect(hits.map { $0["party"] } == ["1"] && hits.first?["entity"] == "os-test/p")
    #expect(try alerts().isEmpty)
    var changed = petrov
    changed.aliases = ["Iwan Petrow"]
    let nobody = InventedList.Party(entry: "n", name: "Nobody Here")
    try InventedList.take([changed, nobody, acme], published: "2024-02-01", into: trade)
    let stale = try trade.rows(["trade", "portfolios"]).first
    #expect(stale?["stale_lists"] == "os-test")
    let answer = try command("rescreen", "--fail-on", "0.9")
    #expect(answer.status == .findingsAtLevel)
    let rows = answer.tables[0].rows
    #expect(rows.map { $0[0] } == ["changed", "new"])
    #expect(rows[0][5...7] == [1.0, 1.0, "list: alias added: 'Iwan Petrow'"])
    #expect(rows[1][5...7] == [.null, 1.0, "list: entry added"])
    try InventedList.take([nobody, acme], published: "2024-03-01", into: trade)
    let gone = try alerts()
    #expect(gone.map { $0["alert"] } == ["gone"])
    #expect(gone[0]["score_before"] == 1.0 && gone[0]["score"] == .null)
    #expect(gone[0]["changes"] == "list: entry removed")
    let kept = try Question.ask(
      "SELECT party, threshold, versions ->> '$[0].version' FROM trade_portfolio_hits()",
      of: trade.tower, options: GlobalOptions())
    #expect(kept.tables[0].rows == [["2", 0.723, "2024-03-01"]])
  }

  @Test("a change of a party gives alerts that say what changed of it, a change of nothing none")
  func parties() throws {
    try take(clients)
    try command("screen")
    #expect(try take(clients).tables[0].rows[0][1] == "unchanged")
    #expect(try alerts().isEmpty)
    try take("id,name,birth_date\n1,Ivan Petrov,1991-01-01\n3,Acme Mining,\n")
    let rows = try alerts()
    #expect(rows.map { $0["party"] } == ["1", "3"])
    let changes = rows.compactMap { $0["changes"]?.text }
    #expect(changes[0] == "party: birth date changed from 1960-05-01 to 1991-01-01")
    #expect(changes[1] == "party: party added")
    try take("id,name\n3,Acme Mining\n", ["--marking", "TLP:CLEAR", "--allow-shrink"])
    #expect(try alerts().allSatisfy { $0["changes"] == "party: party removed" })
  }

  @Test("a decision on a party is silent in screening and review until a side changes")
  func decided() throws {
    try take(clients + "5,Ivan Petrov,1960-05-01\n")
    try command("screen")
    #expect(try trade.rows(["trade", "review"]).map { $0["party"] } == ["1", "5"])
    try trade.run([
      "trade", "decide", "os-test/p", "--portfolio", "clients", "--party", "1", "--verdict",
      "false-positive", "--by", "desk", "--reason", "another man",
    ])
    // The namesake is not cleared with him.
    #expect(try trade.rows(["trade", "review"]).map { $0["party"] } == ["5"])
    let answer = try command("screen")
    #expect(answer.tables[0].rows.map { $0[0] } == ["5"])
    #expect(answer.notes.contains { $0.hasPrefix("1 candidate silenced by decisions of 2026") })
    try take(
      "id,name,birth_date\n1,Iwan Petrov,1960-05-01\n2,Nobody Here,\n5,Ivan Petrov,1960-05-01\n")
    let rows = try alerts()
    #expect(rows.map { $0["party"] } == ["1"])
    #expect(rows[0]["changes"] == "party: renamed from 'Ivan Petrov' to 'Iwan Petrov'")
    #expect(rows[0]["decision"]?.text?.contains("lapsed: party: renamed") == true)
    #expect(
      try trade.rows(["trade", "review", "--state", "lapsed"]).map { $0["party"] } == ["1"])
  }
}
