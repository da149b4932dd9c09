import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("A name that is asked about")
struct NamedTests {
  private let folder = ScratchFolder()

  private func hints(_ words: String...) throws -> [String]? {
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    let tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    return #expect(throws: TowerError.self) { try Dispatcher(tower).run(words) }?.hints
  }

  @Test("as a table and is a function, or the other way round, leads to the other command")
  func otherKind() throws {
    #expect(
      try hints("tables", "sample_letters") == ["'tower functions sample_letters' explains it"])
    #expect(try hints("functions", "sample_word") == ["'tower tables sample_word' explains it"])
    #expect(try hints("tables", "sample_wrd") == ["did you mean sample_word?"])
  }

  @Test("as a parameter shows that an option is written again for each of its values")
  func usage() {
    let option = { Parameter("importer", .text, $0, isRepeated: true, doc: "") }
    #expect(option(.optional).usage == "[--importer TEXT]...")
    #expect(option(.required).usage == "--importer TEXT [--importer TEXT]...")
    #expect(Parameter.positional("file", .path, isRepeated: true, doc: "").usage == "FILE...")
  }
}

@Suite("A question in SQL")
struct QuestionTests {
  private let folder = ScratchFolder()

  private func run(_ words: String...) throws -> CommandResult { try run(words) }

  private func run(_ words: [String]) throws -> CommandResult {
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
    let write = fault("DELETE FROM sample_word")
    #expect(write?.status == .denied)
    #expect(write?.message == "only reading is allowed: DELETE is refused")
    #expect(fault("SELECT * FROM sqlite_schema")?.status == .denied)
    let argument = fault("SELECT * FROM sample_letters(5)")
    #expect(argument?.message.contains("sample_letters: word is 5, not a value") == true)
  }

  private func fault(_ sql: String) -> TowerError? {
    #expect(throws: TowerError.self) { _ = try run("query", sql) }
  }

  @Test(
    "that is wrong is shown with the place and the nearest name",
    arguments: [
      (
        "SELECT letr FROM sample_letters('ab')",
        "no such column: letr",
        ["  | SELECT letr FROM sample_letters('ab')", "  |        ^", "  did you mean letter?"]
      ),
      (
        "SELECT w.wrd\n  FROM sample_word w",
        "no such column: w.wrd",
        ["  1 | SELECT w.wrd", "    |        ^", "  did you mean word?"]
      ),
      (
        "SELECT '한글',\n  word\nFROM sample_wrd",
        "no such table: sample_wrd",
        ["  3 | FROM sample_wrd", "    |      ^", "  did you mean sample_word?"]
      ),
      (
        "SELECT '한글' x y",
        "near \"y\": syntax error",
        ["  | SELECT '한글' x y", "  |                 ^"]
      ),
      (
        "SELECT lenght('a')",
        "no such function: lenght",
        ["  | SELECT lenght('a')", "  |        ^", "  did you mean length?"]
      ),
      (
        "SELEC 1",
        "near \"SELEC\": syntax error",
        ["  | SELEC 1", "  | ^", "  did you mean SELECT?"]
      ),
      (
        "SELECT * FROM hidden",
        "no such table: hidden",
        [
          "  | SELECT * FROM hidden", "  |               ^",
          "  'tower tables' and 'tower functions' list what can be read",
        ]
      ),
      (
        "SELECT load_extension('x')",
        "function 'load_extension' is not open to questions",
        ["  | SELECT load_extension('x')", "  |        ^"]
      ),
    ])
  func places(sql: String, message: String, lines: [String]) throws {
    _ = try run("store", "init")
    #expect(fault(sql)?.description == ([message] + lines).joined(separator: "\n"))
  }

  @Test("comes from a file or from words, and from one of them only")
  func file() throws {
    _ = try run("store", "init")
    let file = folder.write("question.sql", "-- the answer\nSELECT 42 AS answer;\n")
    #expect(try run("query", "--file", file).tables[0].rows == [[42]])
    for words in [["query"], ["query", "SELECT 1", "--file", file]] {
      #expect(throws: TowerError.self) { _ = try run(words) }
    }
    let latin = folder.write("latin.sql", [0x53, 0xE9])
    #expect(throws: TowerError.self) { _ = try run("query", "--file", latin) }
    let several = folder.write("two.sql", "SELECT 1; SELECT 2;")
    #expect(throws: TowerError.self) { _ = try run("query", "--file", several) }
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
