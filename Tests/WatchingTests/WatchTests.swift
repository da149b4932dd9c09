import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Watching

@Suite("A watch")
struct WatchTests {
  private let watched: WatchTower

  init() throws { watched = try WatchTower() }

  private func outcome(_ result: CommandResult) -> [Value] {
    Array(result.tables[0].rows[0][1...6])
  }

  @Test("reports added, removed and changed rows with their values before and after")
  func differences() throws {
    try watched.set([("a", 1), ("b", 2)])
    _ = try watched.run("watch", "baseline", "held")
    #expect(outcome(try watched.run("watch", "run")) == ["same", 0, 0, 0, 0, 0])
    try watched.set([("b", 3), ("c", 4)])
    let result = try watched.run("watch", "run")
    #expect(outcome(result) == ["different", 1, 1, 1, 3, 0])
    let rows = result.tables[1].rows.map { [$0[1], $0[3], $0[4], $0[5]] }
    #expect(
      rows == [
        ["removed", #"["a"]"#, #"{"subject":"a","value":1}"#, .null],
        [
          "changed", #"["b"]"#, #"{"subject":"b","value":2}"#, #"{"subject":"b","value":3}"#,
        ], ["added", #"["c"]"#, .null, #"{"subject":"c","value":4}"#],
      ])
  }

  @Test("keeps one alert for a row, counts it, closes it, and opens it again under the same name")
  func lifecycle() throws {
    try watched.set([("a", 1)])
    _ = try watched.run("watch", "baseline", "held")
    try watched.set([("a", 2)])
    _ = try watched.run("watch", "run", on: "2026-11-25")
    _ = try watched.run("watch", "run", on: "2026-11-26")
    #expect(
      try watched.alerts(on: "2026-11-26")
        == [["changed", "open", "2", "2026-11-25", "2026-11-26"]])
    let name = try watched.run("alerts").tables[0].rows[0][0]
    try watched.set([("a", 1)])
    #expect(outcome(try watched.run("watch", "run", on: "2026-11-27")) == ["same", 0, 0, 0, 0, 1])
    #expect(try watched.alerts(on: "2026-11-27")[0][1] == "closed")
    try watched.set([])
    _ = try watched.run("watch", "run", on: "2026-11-28")
    #expect(
      try watched.alerts(on: "2026-11-28")
        == [["removed", "open", "3", "2026-11-25", "2026-11-28"]])
    #expect(try watched.run("alerts").tables[0].rows[0][0] == name)
  }

  @Test("of another SQL or other parameters says so, compares nothing and leaves the alerts alone")
  func otherQuestion() throws {
    try watched.set([("a", 1)])
    _ = try watched.run("watch", "baseline", "held")
    try watched.set([("a", 2)])
    _ = try watched.run("watch", "run")
    let before = try watched.alerts(on: "2026-11-24")
    watched.writeWatch("{low: 5}")
    let parameters = try watched.run("watch", "run")
    #expect(outcome(parameters)[0] == "other question" && parameters.tables.count == 1)
    #expect(
      parameters.notes == [
        #"held: the parameters were {"low":1} and are {"low":5}; the rows are not compared"#
      ])
    watched.writeWatch("{low: 1}")
    watched.writeQuery("SELECT subject, value FROM tower_finding WHERE value > :low")
    #expect(
      try watched.run("watch", "run").notes
        == ["held: the SQL of held changed; the rows are not compared"])
    #expect(try watched.alerts(on: "2026-11-24") == before)
  }

  @Test("says beside the rows which sources came, went or were replaced, and that the day moved")
  func causes() {
    func answer(_ sources: [String], _ day: String, _ rows: [String: String]) -> WatchedAnswer {
      WatchedAnswer(
        query: "q", queryDigest: "d", parameters: "{}", key: "[]", sources: sources, asOf: day,
        rows: rows)
    }
    let comparison = Comparison(
      of: answer(["baci/2", "hs/1"], "2026-11-25", ["k": "2"]),
      with: answer(["baci/1", "wgi/1"], "2026-11-24", ["k": "1"]))
    #expect(
      comparison.causes == [
        "source baci was replaced or extended by baci/2", "source hs/1 is new",
        "source baci/1 is gone", "source wgi/1 is gone",
        "the baseline is for 2026-11-24, the answer for 2026-11-25",
      ])
    #expect(comparison.differences.map(\.kind) == [.changed])
  }

  @Test("whose key does not tell the rows apart is refused")
  func ambiguousKey() throws {
    try watched.set([("a", 1), ("a", 2)])
    let error = #expect(throws: TowerError.self) { try watched.run("watch", "baseline", "held") }
    #expect(
      error?.message == #"watch held: several rows have the key ["a"]; name more key columns"#)
  }

  @Test("of a query that is not there, and with a misspelt parameter, is a located fault")
  func faults() throws {
    watched.writeWatch("{lo: 1}")
    let error = #expect(throws: ConfigurationError.self) { try watched.run("watch", "list") }
    #expect(error?.diagnostics.first?.suggestions == ["low"])
    #expect(error?.diagnostics.first?.mark.line == 4)
    _ = watched.folder.write("queries/held.yaml", "id: other\ntitle: x\ndoc: x\nsql: SELECT 1\n")
    let missing = #expect(throws: ConfigurationError.self) { try watched.run("watch", "list") }
    #expect(missing?.diagnostics.first?.message == "there is no named query 'held'")
  }
}

@Suite("A suppressed alert")
struct SuppressionTests {
  @Test("is quiet until its day, has owner and reason in the ledger, and comes back")
  func expiry() throws {
    let watched = try WatchTower()
    try watched.set([])
    _ = try watched.run("watch", "baseline", "held")
    try watched.set([("a", 1)])
    _ = try watched.run("watch", "run")
    let name = try #require(try watched.run("alerts").tables[0].rows[0][0].text)
    _ = try watched.run(
      "alerts", "suppress", name, "--owner", "desk", "--reason", "known", "--until", "2026-12-01")
    #expect(try watched.run("alerts", on: "2026-11-30").tables[0].rows.isEmpty)
    #expect(try watched.run("alerts", on: "2026-12-01").tables[0].rows.count == 1)
    let asked = try watched.run("query", "SELECT state, owner FROM alerts()").tables[0].rows
    #expect(asked == [["suppressed", "desk"]])
    let bodies = try watched.tower().read { try Ledger.entries($0).map(\.body) }
    #expect(bodies.last?.contains(#""reason":"known","until":"2026-12-01""#) == true)
  }

  @Test("needs an owner, a reason and an end that lies ahead")
  func demands() throws {
    let watched = try WatchTower()
    let error = #expect(throws: TowerError.self) { try watched.run("alerts", "suppress", "x") }
    #expect(["--owner", "--reason", "--until"].allSatisfy { error?.message.contains($0) == true })
    let past = #expect(throws: TowerError.self) {
      try watched.run(
        "alerts", "suppress", "x", "--owner", "o", "--reason", "r", "--until", "2026-11-24")
    }
    #expect(past?.message == "--until: the day must lie after 2026-11-24")
  }
}
