import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Time in questions")
struct QuestionClockTests {
  private let folder = ScratchFolder()
  private let tower: Tower

  init() throws {
    tower = Tower(
      deployment: try .defaults(modules: [KernelModule.identity]),
      registry: try Registry([KernelModule.self]),
      clock: .fixed(try Instant("2026-11-24T20:00:00Z"), utcOffsetHours: 9),
      storePath: folder.file("tower.db"))
    try tower.prepareStore()
  }

  private func ask(_ sql: String, _ options: String...) throws -> [Value]? {
    try Dispatcher(tower).run(["query", sql, "--quiet"] + options).result.tables[0].rows.first
  }

  @Test("today() is the day of the answer: the one asked for, else that of the clock")
  func today() throws {
    #expect(try ask("SELECT today(), date(today(), '+1 month')") == ["2026-11-25", "2026-12-25"])
    #expect(try ask("SELECT today()", "--as-of", "2025-04-04") == ["2025-04-04"])
  }

  @Test(
    "the machine's clock and time zone are not read, however they are asked for",
    arguments: [
      "date('now')", "datetime('NOW', '-1 day')", "date('no' || 'w')", "date(x'6E6F77')",
      "time()", "datetime()", "julianday('now')", "unixepoch('now')", "strftime('%Y', 'now')",
      "strftime('%Y')", "date('now' || char(0) || 'x')", "CURRENT_DATE", "current_timestamp",
      "CURRENT_TIME", "datetime('2026-01-01', 'localtime')", "datetime('2026-01-01', 'UTC')",
    ])
  func machine(expression: String) {
    let error = #expect(throws: TowerError.self) { try ask("SELECT \(expression)") }
    let isZone = expression.contains("2026")
    #expect(
      error.map { "\($0)".contains(isZone ? "time zone is not read" : "today()") } == true)
  }

  @Test(
    "dates are computed as SQLite computes them",
    arguments: [
      "date('2026-01-31', '+1 month')", "julianday('2026-11-24')", "unixepoch('2026-11-24')",
      "strftime('%Y-%W', '2026-11-24')", "date(NULL)", "date('soon')", "time('12:30')",
      "datetime(1764000000, 'unixepoch')", "date(2461368.5)", "strftime(NULL, '2026-11-24')",
    ])
  func dates(expression: String) throws {
    let plain = try Connection(path: ":memory:", mode: .create)
    #expect(try ask("SELECT \(expression)") == plain.first("SELECT \(expression)"))
  }
}
