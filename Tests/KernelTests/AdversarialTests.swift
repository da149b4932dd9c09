import Configuration
import FoundationEssentials
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

/// A store with secrets, asked by somebody who wants them.
struct AdversaryTower {
  let folder = ScratchFolder()
  let tower: Tower

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, AdversaryModule.self]
    let path = folder.write(
      "tower.yaml",
      "questions: {max_seconds: 2, max_rows: 1000, max_memory_mib: 32, max_value_kib: 64, "
        + "max_answer_mib: 8, max_nesting: 100}\n")
    tower = Tower(
      deployment: try Deployment.load(path: path, modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    try tower.prepareStore()
  }

  func ask(_ sql: String, purpose: String? = nil) throws -> [[Value]] {
    var options = GlobalOptions()
    options.purpose = purpose
    return try Question.ask(sql, of: tower, options: options).tables[0].rows
  }
}

/// The statements of `Tests/Adversarial/statements.tsv`, each with what its refusal must name.
private let statements: [(reason: String, sql: String)] = {
  let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let file = URL(filePath: project + "/Tests/Adversarial/statements.tsv")
  let text = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    let written = parts.count == 2 ? String(parts[1]) : ""
    let sql = written.replacing("\\n", with: "\n").replacing("\\\\", with: "\\")
    return (String(parts[0]), sql)
  }
}()

@Suite("A hostile question", .serialized)
struct AdversarialTests {
  private let adversary: AdversaryTower

  init() throws { adversary = try AdversaryTower() }

  @Test("gets no row and is told why, in each of more than 200 ways in")
  func refused() throws {
    #expect(statements.count >= 200)
    for (reason, sql) in statements {
      let shown = sql.prefix(200)
      do {
        let rows = try adversary.ask(sql)
        Issue.record("\(shown)\ngave \(rows.prefix(3))")
      } catch {
        let text = "\(error)"
        #expect(text.contains(reason), "\(shown)\nwas refused with: \(text)\nand not: \(reason)")
        // The statement itself may be shown, what it wanted to read never.
        #expect(!text.contains("SECRET") || sql.contains("SECRET"), "\(shown)\n\(text)")
      }
    }
  }

  @Test(
    "finds open what is declared, also beside closed names and in joins by shared columns",
    arguments: [
      ("SELECT word FROM adversary_open", "seen"), ("SELECT count(*) FROM adversary_open", "1"),
      (
        "WITH adversary_hidden AS (SELECT word FROM adversary_open) SELECT * FROM adversary_hidden",
        "seen"
      ),
      ("SELECT id FROM adversary_open JOIN (SELECT 'seen' AS word) USING (word)", "1"),
      ("SELECT 'adversary_hidden' FROM adversary_open", "adversary_hidden"),
      ("SELECT adversary_count()", "2"), ("SELECT adversary_size('four')", "4"),
      ("SELECT adversary_total(word) FROM adversary_open", "1"),
      ("SELECT adversary_total(value) OVER () FROM adversary_series(1, 3) LIMIT 1", "3"),
      ("SELECT value FROM adversary_series(7, 7)", "7"),
      ("EXPLAIN QUERY PLAN SELECT 1", "SCAN CONSTANT ROW"),
      ("SELECT instr('경제안보', '안보') || replace('aXbX', 'X', '--') || trim('  x ')", "3a--b--x"),
      ("SELECT instr(x'0102ff', x'ff') || instr('a', '') || ifnull(instr(NULL, 'a'), '-')", "31-"),
      ("SELECT instr(1.5, '.') || replace(123, 2, 'x') || ltrim('éxé', 'é')", "21x3xé"),
      // Too wide a text is null in SQLite's own printf; nothing of it is made.
      ("SELECT printf('%1000000000d', 1) IS NULL", "1"),
      ("SELECT rtrim('xyyx', 'xy') || '.'", "."),
    ])
  func open(sql: String, expected: String) throws {
    let row = try #require(try adversary.ask(sql).first)
    let shown = row.last.map { $0.text ?? "\($0)" }
    #expect(shown == expected)
  }

  @Test("reads people's data for a purpose, which the ledger keeps with the question")
  func purpose() throws {
    let sql = "SELECT note FROM adversary_open"
    #expect(try adversary.ask(sql, purpose: "case 12, request of the prosecutor") == [["SECRET"]])
    let entry = try #require(try adversary.tower.read { try Ledger.entries($0) }.last)
    #expect(entry.kind == "query")
    #expect(entry.body.contains("case 12, request of the prosecutor"))
    #expect(entry.body.contains(sql))
    #expect(entry.body.contains("adversary_open.note"))
  }

  @Test("that reads nobody's data leaves no trace, and a purpose opens no marking")
  func withoutPeople() throws {
    _ = try adversary.ask("SELECT word FROM adversary_open", purpose: "case 12")
    #expect(try adversary.tower.read { try Ledger.entries($0) }.allSatisfy { $0.kind != "query" })
    #expect(throws: TowerError.self) {
      try adversary.ask("SELECT plan FROM adversary_open", purpose: "case 12")
    }
  }

  @Test("by a shared column is in the ledger too: a guess at a person is a reading of it")
  func guess() throws {
    let sql = """
      WITH g(note) AS (VALUES ('x')) SELECT count(*) FROM g JOIN adversary_open USING (note)
      """
    _ = try adversary.ask(sql, purpose: "case 12")
    #expect(try adversary.tower.read { try Ledger.entries($0) }.last?.kind == "query")
  }

  @Test("is told all of its closed columns at once, and the setting that raises a limit")
  func words() throws {
    let columns = #expect(throws: TowerError.self) {
      try adversary.ask("SELECT note, plan, inside FROM adversary_open")
    }
    for name in ["adversary_open.note", "adversary_open.plan", "adversary_open.inside"] {
      #expect(columns?.message.contains(name) == true)
    }
    #expect(columns?.status == .denied)
    let rows = #expect(throws: TowerError.self) {
      try adversary.ask("SELECT value FROM adversary_series(1, 1000000)")
    }
    #expect(rows?.hints == ["the setting questions.max_rows raises it"])
  }
}
