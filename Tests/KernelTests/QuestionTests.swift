import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("A question in SQL")
struct QuestionTests {
  private let folder = ScratchFolder()

  private func run(_ words: String...) throws -> CommandResult {
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    let tower = Tower(
      deployment: try Deployment.defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    return try Dispatcher(tower).run(words).result
  }

  @Test("joins a table with a table function of a module")
  func joins() throws {
    _ = try run("import", "words", folder.write("words.txt", "ab\nabc\nb\n"))
    let result = try run(
      "query",
      """
      SELECT w.word, l.letter FROM sample_word w, sample_letters(w.word) l
      WHERE l.position = 2 ORDER BY 1
      """)
    #expect(result.tables[0].rows == [["ab", "b"], ["abc", "b"]])
    #expect(result.tables[0].columns.map(\.name) == ["word", "letter"])
  }

  @Test("refuses to write, to see other tables, and an argument of the wrong kind")
  func refusals() throws {
    _ = try run("store", "init")
    #expect(throws: TowerError.self) { _ = try run("query", "DELETE FROM sample_word") }
    #expect(throws: TowerError.self) { _ = try run("query", "SELECT * FROM sqlite_schema") }
    let error = #expect(throws: TowerError.self) {
      _ = try run("query", "SELECT * FROM sample_letters(5)")
    }
    #expect(error?.message.contains("sample_letters(word): word is 5") == true)
  }

  @Test(
    "refuses a parameter, and a name in double quotes that no column has: neither is a value",
    arguments: ["SELECT ?1", "SELECT :year", "SELECT \"wrod\" FROM sample_word"])
  func noSilentValues(sql: String) throws {
    _ = try run("import", "words", folder.write("words.txt", "ab\n"))
    #expect(throws: TowerError.self) { _ = try run("query", sql) }
  }

  @Test("carries the strictest marking of the store")
  func marking() throws {
    let file = folder.write("words.txt", "ab\n")
    _ = folder.write(
      "words.txt.card.yaml",
      "{dataset: words, publisher: A, title: B, licence: C, marking: TLP:AMBER}")
    _ = try run("import", "words", file)
    #expect(try run("query", "SELECT 1").marking == Marking(.amber))
  }

  @Test("functions are listed with their arguments and columns")
  func listing() throws {
    let rows = try run("functions", "sample_letters").tables[0].rows
    #expect(rows.map { $0[1] } == ["word", "position", "letter"])
    #expect(throws: TowerError.self) { _ = try run("functions", "sample_leters") }
  }
}
