import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("A source that a deployment may not hold")
struct MarkedSourceTests {
  private let folder = ScratchFolder()
  private let tower: Tower
  private let source: String

  /// Somebody who may hold it imports the source, and somebody who may not uses the store.
  init() throws {
    let folder = folder
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    let deployments = try [("nso", "TLP:CLEAR, TLP:RED"), ("motir", "TLP:CLEAR")].map {
      try Deployment.load(
        path: folder.write(
          $0 + ".yaml",
          """
          agency: {id: \($0), name: {en: Agency}, country: KOR}
          markings: {holds: [\($1)]}
          """), modules: modules.map { $0.identity })
    }
    let towers = try deployments.map {
      Tower(
        deployment: $0, registry: try Registry(modules),
        clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
    }
    _ = folder.write(
      "secret.txt.card.yaml",
      """
      dataset: words
      publisher: The service
      title: Secret words
      licence: none
      marking: TLP:RED
      """)
    let words = (0..<7).map { "word" + String(repeating: "a", count: $0) + "\n" }.joined()
    let result = try Dispatcher(towers[0]).run(
      ["import", "words", folder.write("secret.txt", words), "--quiet"]
    ).result
    source = try #require(result.tables[0].rows[0][2].text)
    tower = towers[1]
  }

  private func run(_ words: String...) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  @Test("is shown by its identifier and its marking alone, wherever sources are listed")
  func listed() throws {
    let command = try run("sources").tables[0]
    #expect(command.rows.count == 1)
    let question = try run("query", "SELECT * FROM tower_sources").tables[0]
    #expect(question.rows.count == 1)
    for row in [command.rows[0], question.rows[0]] {
      #expect(row.filter { !$0.isNull } == [.text(source), .text("TLP:RED")])
    }
    #expect(try run("query", "SELECT * FROM tower_source_parts").tables[0].rows.isEmpty)
    for table in ["tower_source", "tower_source_part", "tower_source_part_dropped"] {
      let refusal = #expect(throws: TowerError.self) {
        try run("query", "SELECT count(*) FROM \(table)")
      }
      #expect(refusal?.status == .denied)
    }
    let entries = try run("query", "SELECT body FROM tower_ledger WHERE kind = 'import'")
    #expect(
      entries.tables[0].rows == [[.text(#"{"dataset":"words","marking":"TLP:RED"}"#)]])
  }

  @Test("is not replaced, told to or not, and the refusal does not say how much it is")
  func replaced() throws {
    let file = folder.write("own.txt", "one\n")
    for options in [[], ["--allow-shrink"]] {
      let refusal = #expect(throws: TowerError.self) {
        try Dispatcher(tower).run(["import", "words", file, "--quiet"] + options)
      }
      #expect(refusal?.status == .denied)
      #expect(refusal?.message.contains("rows that are marked TLP:RED") == true)
      #expect(refusal.map { "\($0)".contains("7") } == false)
    }
    #expect(try tower.read { try $0.first("SELECT count(*) FROM sample_word") }?[0] == .integer(7))
  }
}
