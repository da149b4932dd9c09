import Store
import TestSupport
import Testing
import Vocabulary

@testable import Kernel

@Suite("Questions of a script")
struct QuestionTextTests {
  private let folder = ScratchFolder()
  private let tower: Tower

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    tower = Tower(
      deployment: try Deployment.defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    _ = try Dispatcher(tower).run(
      ["import", "words", folder.write("words.txt", "ab\nabc\nb\n")])
  }

  private func run(_ words: String...) throws -> String {
    var bytes: [UInt8] = []
    let ending = try Dispatcher(tower).run(["query"] + words) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self) + ending.messages.map { "! \($0)\n" }.joined()
  }

  private func fault(_ words: String...) -> String {
    do {
      _ = try Dispatcher(tower).run(["query"] + words) { _ in }
      return "no fault"
    } catch {
      return "\(error)"
    }
  }

  @Test("take the values of named parameters: numbers as numbers, codes as text")
  func parameters() throws {
    #expect(
      try run(
        "SELECT :a, typeof(:a), typeof($b), typeof(@c), :d", "--param", "a=-12", "--param=b=2.50",
        "--param", "c=010121", "--param", "d=x=1", "--format", "csv"
      ).split(separator: "\n").last == "-12,integer,real,text,x=1")
    #expect(
      try run("SELECT word FROM sample_word WHERE word > :w", "--param", "w=aba", "--format=csv")
        == "word\nabc\nb\n")
  }

  @Test("refuse a parameter without a value, a value without a parameter, and one without a name")
  func wrongParameters() {
    #expect(
      fault("SELECT :year, :who", "--param", "who=KOR")
        == "no value is given for :year\n  give --param year=VALUE")
    #expect(
      fault("SELECT :year", "--param", "year=1", "--param", "yaer=2")
        == "--param: no statement reads :yaer; did you mean year?")
    #expect(fault("SELECT ?").hasPrefix("a parameter needs a name"))
    #expect(fault("SELECT :a", "--param", "a").hasPrefix("--param: 'a' is not NAME=VALUE"))
    #expect(fault("SELECT :a", "--param", "a=1", "--param", "a=2") == "--param: a is given twice")
  }

  @Test("are answered one after the other, each a table in JSON and Markdown, lines in NDJSON")
  func several() throws {
    let script = folder.write(
      "two.sql", "-- the first; it is short\nSELECT 1 AS a;\n\nSELECT ';' AS b, 2 AS c\n;\n-- end\n"
    )
    #expect(
      try run("--file", script, "--format", "ndjson") == "{\"a\":1}\n{\"b\":\";\",\"c\":2}\n")
    #expect(try run("--file", script, "--format", "json").contains("{\"b\":\";\",\"c\":2}"))
    #expect(try run("SELECT 1 AS a; SELECT 2 AS a", "--format", "csv") == "a\n1\n2\n")
  }

  @Test("with other columns are refused as CSV, of which one file has one header")
  func otherColumns() {
    #expect(
      fault("SELECT 1 AS a;\nSELECT 2 AS b", "--format", "csv")
        .hasPrefix("line 2: csv holds one table"))
  }

  @Test("are all checked before the first is run, and each fault is told with its line")
  func faults() {
    let script = folder.write(
      "bad.sql", "SELECT 1;\nSELECT wrd\n  FROM sample_word;\n\nDELETE FROM sample_word;\n")
    #expect(
      fault("--file", script) == """
        line 2: no such column: wrd
          2 | SELECT wrd
            |        ^
          did you mean word?
        line 5: only reading is allowed: DELETE is refused
        """)
  }

  @Test(
    "stop at the first that fails when it runs, with its line; what was written is said to be a part"
  )
  func stopping() {
    let script = "SELECT 1;\nSELECT letter FROM sample_letters(5);\nSELECT 3"
    #expect(fault(script).hasPrefix("line 2: sample_letters: word is 5"))
    var bytes = 0
    let count = "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 30000)"
    #expect(
      throws: TowerError.self
    ) {
      _ = try Dispatcher(tower).run(
        ["query", "\(count) SELECT i, CASE i WHEN 29999 THEN abs(-9223372036854775808) END FROM c"]
      ) { bytes += $0.count }
    }
    #expect(bytes > 0)
  }

  @Test("say with --meta their rows, SHA-256, day, sources and marking")
  func facts() throws {
    let lines = try run(
      "SELECT word FROM sample_word ORDER BY 1", "--format", "ndjson", "--meta"
    ).split(separator: "\n")
    #expect(lines.count == 4)
    let digest = Digest.of(lines.dropLast().map { $0 + "\n" }.joined())
    #expect(
      lines[3].hasPrefix(
        "{\"meta\":{\"row_count\":3,\"sha256\":\"\(digest)\",\"as_of\":\"2026-11-24\",\"cut\":false,"
          + "\"sources\":[\"words/"))
    let told = try run("SELECT word FROM sample_word ORDER BY 1", "--format", "csv", "--meta")
    #expect(told.hasPrefix("word\nab\nabc\nb\n! row_count: 3\n! sha256: \(digest)\n"))
  }

  @Test("name the sources of what a function reads for them, and none for what is computed")
  func sources() throws {
    func sources(_ sql: String) throws -> [String] {
      try Question.ask(sql, of: tower, options: GlobalOptions()).sources
    }
    #expect(try sources("SELECT 1").isEmpty)
    #expect(try sources("SELECT count(*) FROM sample_word").count == 1)
    #expect(try sources("WITH sample_x AS (SELECT 1) SELECT * FROM sample_x").isEmpty)
    #expect(try sources("SELECT count(*) FROM tower_sources").count == 1)
    // Rows that name no source may stand on any.
    #expect(try sources("SELECT count(*) FROM tower_ledger").count == 1)
  }

  @Test("give a column that is read as it is the kind and the unit of its declaration")
  func columns() throws {
    let columns = try Question.ask(
      "SELECT position, position + 1 AS next, letter FROM sample_letters('ab')", of: tower,
      options: GlobalOptions()
    ).tables[0].columns
    #expect(columns.map(\.kind) == [.integer, .integer, .text])
    #expect(columns.map { $0.doc.isEmpty } == [false, true, false])
  }
}
