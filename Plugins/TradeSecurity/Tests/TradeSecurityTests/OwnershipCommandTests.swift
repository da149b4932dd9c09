import Kernel
import Store
import TestSupport
import Testing

@Suite("Who is blocked through its owners")
struct OwnershipCommandTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
    try trade.run(["import", "ofac-sdn", try sdn()])
  }

  /// Two listed parties, 1 and 2.
  private func sdn() throws -> String {
    let parties = (1...2).map {
      "<sdnEntry><uid>\($0)</uid><lastName>BODY \($0)</lastName>"
        + "<sdnType>Entity</sdnType></sdnEntry>"
    }.joined()
    return trade.folder.write(
      "sdn.xml",
      "<sdnList><publshInformation><Publish_Date>05/07/2024</Publish_Date>"
        + "<Record_Count>2</Record_Count></publshInformation>\(parties)</sdnList>")
  }

  private func takeLinks(_ rows: String...) throws {
    let header = "owner,owned,share,holding,valid_from,valid_to,source\n"
    let file = trade.folder.write("links.csv", header + rows.joined(separator: "\n") + "\n")
    try trade.run(["import", "ownership-links", file, "--allow-shrink"])
  }

  private func answer(_ party: String, _ rule: String = "ofac", asOf: String = "2025-06-30") throws
    -> [String: Value]
  {
    try trade.rows(["trade", "ownership", party, "--rule", rule, "--as-of", asOf])[0]
  }

  @Test("two listed owners add up, through a chain that is shown with its shares")
  func aggregate() throws {
    try takeLinks(
      "ofac-sdn/1,Holding,60,,,,registry", "Holding,Works,25,,,,registry",
      "party:ofac-sdn/2,Works,25,shares,,,registry", "Somebody,Works,50,,,,registry")
    let row = try answer("Works")
    #expect(row["answer"] == "blocked")
    #expect(row["listed_share"] == "50")
    #expect(row["unrecorded_share"] == "0")
    let result = try trade.run([
      "trade", "ownership", "Works", "--rule", "ofac", "--as-of", "2025-06-30",
    ])
    let paths = result.tables[1].rows.map { $0[4] }
    #expect(paths == ["ofac-sdn/1 > 60 % Holding > 25 % Works", "ofac-sdn/2 > 25 % Works"])
    #expect(result.notes.contains { $0.contains("13 August 2014") })
    #expect(result.sources.count == 2)
    // Before August 2014 the shares of several owners did not add up.
    #expect(try answer("Works", asOf: "2014-08-12")["answer"] == "not_blocked")
    let error = #expect(throws: TowerError.self) { try answer("Works", asOf: "2007-01-01") }
    #expect(error?.message.contains("no form of the rule 'ofac' is recorded") == true)
  }

  @Test("what no link records, a band and an unknown share leave the answer open, and say so")
  func open() throws {
    try takeLinks(
      "ofac-sdn/1,A,30,,,,registry", "ofac-sdn/1,B,25-50,,,,registry", "X,B,50,,,,registry",
      "ofac-sdn/1,C,49.99,,,,registry", "X,C,50.01,,,,registry",
      "ofac-sdn/1,D,unknown,,,,press", "ofac-sdn/1,E,>50-75,,,,registry")
    let half = try answer("A")
    #expect(half["answer"] == "cannot_tell")
    #expect(half["listed_share"] == "30")
    #expect(half["possible_share"] == "100")
    #expect(half["missing"] == "who holds the other 70 %")
    #expect(try answer("B")["missing"]?.text?.contains("what ofac-sdn/1 holds exactly") == true)
    #expect(try answer("C")["answer"] == "not_blocked")
    #expect(try answer("D")["answer"] == "cannot_tell")
    #expect(try answer("E")["answer"] == "blocked")
    #expect(try answer("ofac-sdn/2")["answer"] == "listed")
    let unknown = try answer("Nobody")
    #expect(unknown["answer"] == "cannot_tell")
    #expect(unknown["missing"]?.text?.contains("no ownership link into Nobody") == true)
    #expect(unknown["listed_share"] == .null)
  }

  @Test("a link counts on its days alone, and sources that differ leave a band")
  func days() throws {
    try takeLinks(
      "ofac-sdn/1,A,60,,2020-01-01,2023-01-01,registry", "X,A,100,,2023-01-01,,registry",
      "ofac-sdn/1,B,40,,,,registry", "ofac-sdn/1,B,55,,,,press", "X,B,45,,,,registry")
    #expect(try answer("A", asOf: "2022-12-31")["answer"] == "blocked")
    #expect(try answer("A", asOf: "2023-01-01")["answer"] == "not_blocked")
    #expect(try answer("B")["answer"] == "cannot_tell")
    let notes = try trade.run(["trade", "ownership", "B", "--rule", "ofac"]).notes
    #expect(notes.contains { $0.contains("sources differ") && $0.contains("40-55 %") })
  }

  @Test("the affiliates rule blocks nobody while it is suspended, and says what it would do")
  func suspension() throws {
    try takeLinks("ofac-sdn/1,A,60,,,,registry", "X,A,40,,,,registry")
    #expect(try answer("A", "bis", asOf: "2025-10-15")["answer"] == "blocked")
    let suspended = try trade.run([
      "trade", "ownership", "A", "--rule", "bis", "--as-of", "2026-11-09",
    ])
    #expect(suspended.tables[0].rows[0][2] == "not_blocked")
    #expect(suspended.notes.contains("without the suspension the answer would be blocked"))
    let after = try trade.run([
      "trade", "ownership", "A", "--rule", "bis", "--as-of", "2026-11-10",
    ])
    #expect(after.tables[0].rows[0][2] == "blocked")
    #expect(after.notes.contains { $0.contains("unless it is extended") })
  }

  @Test("a rule whose list is missing cannot clear, and one without any list is not answered")
  func missingLists() throws {
    try takeLinks("X,A,100,,,,registry")
    let row = try answer("A", "bis", asOf: "2025-10-15")
    #expect(row["answer"] == "cannot_tell")
    #expect(row["missing"]?.text?.contains("the list us-csl is not imported") == true)
    let error = #expect(throws: TowerError.self) { try answer("A", "uk") }
    #expect(error?.message.contains("no list of the rule 'uk'") == true)
  }

  @Test(
    "a record that is no link is kept as refused with its reason",
    arguments: [
      ("ofac-sdn/1,A,150,,,,r", "not a share between 0 and 100"),
      ("ofac-sdn/1,A,x,,,,r", "is not a share"), (",A,5,,,,r", "owner is missing"),
      ("X,A,5,lease,,,r", "holding is 'lease'"), ("X,A,5,,,,", "source is missing"),
      ("X,A,5,,2024-02-30,,r", "2024-02-30"), ("X,A,5,,2024-02-02,2024-02-01,r", "not after"),
      ("X,B,5,,2024-02-02,,r", "recorded for these days already"),
    ])
  func refusals(row: String, reason: String) throws {
    let good = (1...30).map { "Y,C\($0),5,,,,r" }
    let header = "owner,owned,share,holding,valid_from,valid_to,source\nX,B,5,,,,r\n"
    let file = trade.folder.write(
      "links.csv", header + (good + [row]).joined(separator: "\n") + "\n")
    try trade.run(["import", "ownership-links", file, "--allow-rejects", "1"])
    let kept = try trade.tower.read { try $0.rows("SELECT line, reason FROM tower_source_reject") }
    #expect(kept.count == 1)
    #expect(kept.first?[0] == 33)
    #expect(kept.first?[1].text?.contains(reason) == true)
  }

  private func graph(_ text: String, _ rule: String = "ofac", asOf: String = "2025-06-30") throws
    -> CommandResult
  {
    try trade.run([
      "trade", "ownership", "--graph", trade.folder.write("graph.json", text), "--rule", rule,
      "--as-of", asOf,
    ])
  }

  @Test("a graph file is answered by one object with the blocked and those that cannot be told")
  func graphFile() throws {
    let text = """
      {"listed": ["X"], "edges": [["X", "B", "50"], ["X", "A", 49.99], ["X", "C", "25-50"],
       ["X", "D", null], ["B", "E", "100", "votes"], ["B", "\\u00c5", "50.00"]]}
      """
    let result = try graph(text)
    #expect(
      OutputFormat.json.render(result) == """
        {
          "blocked": [
            "B",
            "\u{C5}"
          ],
          "cannot_tell": [
            "C",
            "D"
          ]
        }

        """)
    #expect(!OutputFormat.json.carriesNotes(of: result))
    #expect(
      try graph(text, "bis", asOf: "2026-01-01").document
        == .object(["blocked": .list([]), "cannot_tell": .list([])]))
  }

  @Test(
    "a file that is no graph is refused at its line and column",
    arguments: [
      ("{\"listed\": []}", "1:15"), ("[]", "1:1"),
      ("{\"listed\": [],\n \"edges\": [[\"A\", \"B\"]]}", "2:22"),
      ("{\"listed\": [], \"edges\": [[\"A\", \"B\", \"x\"]]}", "1:40"),
      ("{\"listed\": [], \"edges\": [], \"more\": 1}", "1:36"),
      ("{\"listed\": [1], \"edges\": []}", "1:13"),
    ])
  func noGraph(text: String, place: String) {
    let error = #expect(throws: TowerError.self) { try graph(text) }
    #expect(error?.message.contains("graph.json:\(place):") == true, "\(error?.message ?? "")")
  }
}
