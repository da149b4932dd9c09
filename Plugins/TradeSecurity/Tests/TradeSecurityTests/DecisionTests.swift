import FoundationEssentials
import Kernel
import Store
import TestSupport
import Testing

@Suite("Decisions on candidates")
struct DecisionTests {
  private let trade: TradeTower
  private static let petrov = InventedList.Party(
    entry: "p", name: "Ivan Petrov", aliases: ["Iwan Petrow"], birth: "1960-05-01", country: "ru")
  private var petrov: InventedList.Party { Self.petrov }
  private let acme = InventedList.Party(entry: "c", name: "Acme Mining", schema: "Company")

  init() throws {
    trade = try TradeTower()
    try trade.importISONames()
    try take([petrov, acme], "2024-01-01")
  }

  private func take(_ parties: [InventedList.Party], _ day: String) throws {
    try InventedList.take(parties, published: day, into: trade)
  }

  private func words(
    _ verdict: String, entity: String = "os-test/p", _ party: [String] = ["--name", "Ivan Petrov"]
  ) -> [String] {
    ["trade", "decide", entity, "--verdict", verdict, "--by", "desk", "--reason", "other man"]
      + party
  }

  private func shown(_ name: String = "Ivan Petrov") throws -> [Value?] {
    try trade.rows(["trade", "screen", name]).map { $0["entry"] }
  }

  @Test("a false positive is not shown, the answer says how many were left out and since when")
  func silenced() throws {
    #expect(try shown() == ["p"])
    let row = try #require(try trade.rows(words("false-positive")).first)
    #expect(
      row["score"] == 1.0 && row["list_version"] == "2024-01-01" && row["supersedes"] == .null)
    #expect(row["decided_at"] == "2026-11-24T00:00:00Z")
    let answer = try trade.run(["trade", "screen", "Ivan Petrov", "--fail-on", "0.5"])
    #expect(answer.tables[0].rows.isEmpty && answer.status == .ok)
    #expect(answer.notes[0].hasPrefix("no other candidate at or above"))
    #expect(answer.notes[1].hasPrefix("1 candidate silenced by decisions of 2026-11-24"))
    // Another question is another party.
    #expect(try shown("Petrov, Ivan") == ["p"])
  }

  @Test("every form of the answer says what is silenced: a line, a file, SQL")
  func everywhere() throws {
    try trade.run(words("false-positive"))
    let line = try trade.run(["trade", "screen", "Ivan Petrov", "--format", "ndjson"]).text ?? ""
    #expect(line.contains("\"candidates\":[],\"note\":\"no other candidate"))
    #expect(line.contains("\"silenced\":[{\"entity\":\"os-test/p\""))
    let file = trade.folder.write("parties.csv", "name\nIvan Petrov\nIwan Petrow\n")
    let bulk = try trade.run(["trade", "screen", "--input", file])
    #expect(bulk.tables[0].rows.map { $0[0] } == [2])
    #expect(bulk.notes.contains { $0.hasPrefix("1 candidate silenced") })
    let question = try Question.ask(
      "SELECT entry, decision FROM screen('Ivan Petrov')", of: trade.tower,
      options: GlobalOptions())
    #expect(question.tables[0].rows == [["p", "false-positive"]])
    let decided = try Question.ask(
      "SELECT party_name, verdict FROM trade_decisions()", of: trade.tower,
      options: GlobalOptions())
    #expect(decided.tables[0].rows == [["Ivan Petrov", "false-positive"]])
    #expect(throws: (any Error).self) {
      try Question.ask(
        "SELECT * FROM trade_decision", of: trade.tower, options: GlobalOptions())
    }
  }

  private static func edited(_ edit: (inout InventedList.Party) -> Void) -> InventedList.Party {
    var party = petrov
    edit(&party)
    return party
  }

  @Test(
    "it lapses when the entry changes in what is compared, and the review says how",
    arguments: [
      ("alias added: 'Vanya'", edited { $0.aliases.append("Vanya") }),
      ("alias removed: 'Iwan Petrow'", edited { $0.aliases = [] }),
      (
        "'Iwan Petrow' is now weak alias, was alias",
        edited { ($0.aliases, $0.weakAliases) = ([], ["Iwan Petrow"]) }
      ),
      ("renamed from 'Ivan Petrov' to 'Iwan P Petrov'", edited { $0.name = "Iwan P Petrov" }),
      ("birth date changed from 1960-05-01 to 1960", edited { $0.birth = "1960" }),
      ("country added: BLR", edited { $0.country = "by" }),
      ("identifier added: passport A1234", edited { $0.passport = "A1234" }),
      ("kind changed from person to organisation", edited { $0.schema = "Company" }),
    ])
  func lapses(_ change: String, _ changed: InventedList.Party) throws {
    try trade.run(words("false-positive"))
    #expect(try trade.rows(["trade", "review"]).isEmpty)
    try take([changed, acme], "2024-02-01")
    let rows = try trade.rows(["trade", "review"])
    #expect(rows.map { $0["state"] } == ["lapsed"])
    #expect(rows.first?["changes"]?.text?.contains("list: " + change) == true, "\(rows)")
    #expect(try shown() == ["p"])
  }

  @Test("it stays silent when something changes that is not compared, or another entry")
  func stays() throws {
    try trade.run(words("false-positive"))
    let other = InventedList.Party(entry: "x", name: "Boris Volkov")
    try take([petrov, other], "2024-02-01")
    #expect(try shown().isEmpty)
    #expect(try trade.rows(["trade", "review"]).isEmpty)
  }

  @Test("it follows an entry that the list renumbers, and comes back when a merger changed it")
  func merged() throws {
    try trade.run(words("false-positive"))
    var moved = petrov
    moved.entry = "q"
    try take([moved, acme], "2024-02-01")
    #expect(try shown().isEmpty)
    #expect(
      try trade.run(["trade", "screen", "Ivan Petrov"]).notes.contains { $0.contains("silenced") })
    moved.entry = "r"
    moved.referents = ["p", "q"]
    moved.aliases.append("Johann Petroff")
    try take([moved, acme], "2024-03-01")
    #expect(try shown() == ["r"])
    let rows = try trade.rows(["trade", "review"])
    #expect(rows.first?["entity"] == "os-test/r")
    let changes = rows.first?["changes"]?.text ?? ""
    #expect(changes.contains("list: os-test/p was merged into os-test/r"))
    #expect(changes.contains("list: alias added: 'Johann Petroff'"))
    try take([acme], "2024-04-01")
    let gone = try trade.rows(["trade", "review"])
    #expect(gone.first?["changes"] == "list: no list has the entry any more")
  }

  @Test("a twin under another identifier does not inherit a decision on one of two that look alike")
  func twins() throws {
    try trade.run(words("false-positive"))
    var (first, second) = (petrov, petrov)
    (first.entry, second.entry) = ("q", "r")
    try take([first, second, acme], "2024-02-01")
    #expect(Set(try shown()) == ["q", "r"])
  }

  @Test("a new decision supersedes and never overwrites; table and ledger keep both")
  func supersedes() throws {
    try trade.run(words("unsure"))
    #expect(try trade.rows(["trade", "review"]).map { $0["state"] } == ["unsure"])
    let second = try trade.run(words("true-match"))
    #expect(second.notes == ["supersedes 'unsure' of 2026-11-24 by desk"])
    #expect(try shown() == ["p"])
    #expect(try trade.rows(["trade", "review"]).isEmpty)
    #expect(try trade.rows(["trade", "decisions"]).map { $0["verdict"] } == ["true-match"])
    #expect(try trade.rows(["trade", "decisions", "--history"]).count == 2)
    let entries = try trade.tower.read { connection in
      try Ledger.entries(connection).filter { $0.kind == "decision" }
    }
    #expect(entries.count == 2 && entries[1].body.contains("\"by\":\"desk\""))
    #expect(!entries[1].body.contains("Petrov"))
    for sql in ["UPDATE trade_decision SET verdict = 'unsure'", "DELETE FROM trade_decision"] {
      #expect(throws: StoreError.self) { try trade.tower.write { try $0.execute(sql) } }
    }
  }

  @Test("decisions of many at once on one pair make one chain")
  func atOnce() async throws {
    let (tower, words) = (trade.tower, words("unsure") + ["--quiet"])
    await withTaskGroup { group in
      for _ in 0..<8 { group.addTask { _ = try? Dispatcher(tower).run(words) } }
    }
    let all = try trade.rows(["trade", "decisions", "--history"])
    #expect(all.count == 8)
    #expect(Set(all.map { $0["supersedes"] }).count == 8)
    #expect(try trade.rows(["trade", "decisions"]).count == 1)
  }

  @Test("an export has versions, score and explanation, and stands in the ledger")
  func export() throws {
    try trade.run(words("false-positive"))
    let path = trade.folder.file("decisions.ndjson")
    let row = try #require(try trade.rows(["trade", "decisions-export", "--out", path]).first)
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    #expect(row["decisions"] == 1 && row["sha256"] == .text(Digest.of(text)))
    for part in [
      "\"list_version\":\"2024-01-01\"", "\"score\":1", "\"explanation\":{\"name_score\"",
      "\"party_compared\":{", "\"entity_compared\":{",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(throws: TowerError.self) {
      try trade.run(["trade", "decisions-export", "--out", path])
    }
    let exports = try trade.tower.read { try Ledger.entries($0).filter { $0.kind == "export" } }
    #expect(exports.count == 1 && exports[0].body.contains(Digest.of(text)))
  }

  @Test("what cannot be decided is refused: no entry, no party, two parties, no reason, a marking")
  func refused() throws {
    let unknown = #expect(throws: TowerError.self) {
      try trade.run(words("unsure", entity: "os-test/pp"))
    }
    #expect(unknown?.hints.first?.contains("os-test/p") == true)
    for wrong in [
      words("unsure", []), words("unsure", ["--name", "A", "--portfolio", "b", "--party", "c"]),
      words("unsure", ["--name", "?!"]), words("unsure", ["--portfolio", "none", "--party", "c"]),
      words("unsure", ["--name", "A", "--birth-date", "soon"]),
      words("unsure", entity: "other/p"),
    ] {
      #expect(throws: TowerError.self, "\(wrong)") { try trade.run(wrong) }
    }
    let blank = ["trade", "decide", "os-test/p", "--name", "A", "--verdict", "unsure", "--by", "x"]
    #expect(throws: TowerError.self) { try trade.run(blank + ["--reason", " "]) }
    let denied = #expect(throws: TowerError.self) {
      try trade.run(words("unsure") + ["--marking", "TLP:RED"])
    }
    #expect(denied?.status == .denied)
    #expect(try trade.rows(["trade", "decisions"]).isEmpty)
  }
}
