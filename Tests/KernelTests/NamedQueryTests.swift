import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("A named query")
struct NamedQueryTests {
  private let folder = ScratchFolder()

  private func tower(_ yaml: String) throws -> Tower {
    _ = folder.write("query.yaml", yaml)
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    let file = folder.write("tower.yml", "query_folders: [\(folder.path)]\n")
    let tower = Tower(
      deployment: try .load(path: file, modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    _ = try Dispatcher(tower).run(["import", "words", folder.write("words.txt", "ab\nabc\nb\n")])
    return tower
  }

  private let sound = """
    id: letters
    title: {en: Letters, ko: 글자}
    doc: Letters of a word.
    parameters:
      - {name: word, type: word, default: abc, doc: "The word."}
      - {name: least, type: integer, doc: "The least place."}
    sql: SELECT letter, position FROM sample_letters(:word) WHERE position >= :least AND letter <> ':x'
    columns:
      - {name: position, title: {en: Place, ko: 자리}}
    """

  @Test("binds its parameters, shows its columns in the declared order, and knows its modules")
  func answers() throws {
    let tower = try tower(sound)
    let result = try Dispatcher(tower).run(["ask", "letters", "--parameter", "least=2"]).result
    #expect(result.tables[0].columns.map(\.name) == ["Place", "letter"])
    #expect(result.tables[0].rows == [[2, "b"], [3, "c"]])
    #expect(try tower.namedQueries()[0].modules(in: tower.registry) == ["sample"])
  }

  @Test("takes a value as a value, whatever SQL stands in it")
  func injection() throws {
    let tower = try tower(
      """
      id: echo
      title: Echo
      doc: Echo.
      parameters: [{name: word, type: text, doc: "The word."}]
      sql: "SELECT :word AS word"
      """)
    let text = "x' UNION SELECT sql FROM sqlite_schema --"
    let result = try Dispatcher(tower).run(["ask", "echo", "--parameter", "word=" + text]).result
    #expect(result.tables[0].rows == [[.text(text)]])
  }

  @Test("is refused by the policy of every question")
  func policy() throws {
    let tower = try tower(
      "id: schema\ntitle: Schema\ndoc: Schema.\nsql: SELECT sql FROM sqlite_schema\n")
    let error = #expect(throws: TowerError.self) { try Dispatcher(tower).run(["ask", "schema"]) }
    #expect(error?.status == .denied)
  }

  @Test("says all that is wrong with the parameters at once")
  func wrongParameters() throws {
    let tower = try tower(sound)
    let error = #expect(throws: TowerError.self) {
      try Dispatcher(tower).run(["ask", "letters", "--parameter", "wrod=b"])
    }
    #expect(
      error?.message
        == "letters has no parameter 'wrod'; did you mean word?\n"
        + "the parameter least is missing: The least place.")
    let unknown = #expect(throws: TowerError.self) {
      try Dispatcher(tower).run([
        "ask", "letters", "--parameter", "least=1", "--parameter", "word=abd",
      ])
    }
    #expect(unknown?.message.contains("'abd' is not a known word; did you mean") == true)
  }

  @Test("with faults is refused at every place of them")
  func faults() throws {
    let tower = try tower(
      """
      id: Not Good
      title: x
      doc: x
      parameters:
        - {name: low, type: intger, doc: "x"}
        - {name: high, type: integer, default: ten, doc: "x"}
        - {name: spare, type: text, doc: "x"}
      sql: SELECT 1 WHERE 1 > :lwo AND 2 > :high
      """)
    let error = #expect(throws: ConfigurationError.self) { try tower.namedQueries() }
    let found = (error?.diagnostics ?? []).map { ($0.mark.line, $0.message) }
    #expect(found.map(\.0) == [1, 5, 5, 6, 7, 8], "\(found)")
    #expect(error?.description.contains("did you mean low?") == true)
    #expect(error?.description.contains("did you mean integer?") == true)
  }

  @Test("under an identifier of another file is refused; so is a named folder that is not there")
  func duplicates() throws {
    let tower = try tower(sound)
    _ = folder.write("second.yaml", sound)
    let error = #expect(throws: ConfigurationError.self) { try tower.namedQueries() }
    #expect(error?.diagnostics.first?.message.contains("is the identifier of") == true)
    let file = folder.write("other.yml", "query_folders: [\(folder.file("none"))]\n")
    let deployment = try Deployment.load(path: file, modules: [KernelModule.identity])
    let elsewhere = Tower(
      deployment: deployment, registry: try Registry([KernelModule.self]), clock: tower.clock,
      storePath: nil)
    #expect(throws: ConfigurationError.self) { try elsewhere.namedQueries() }
  }
}
