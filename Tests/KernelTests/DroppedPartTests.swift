import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("A part that an older version held")
struct DroppedPartTests {
  private let folder = ScratchFolder()
  private let tower: Tower

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
    try take(40)
  }

  @discardableResult
  private func run(_ words: String...) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  @discardableResult
  private func take(_ count: Int) throws -> CommandResult {
    let words = (0..<count).map { "word" + String(repeating: "a", count: $0) + "\n" }
    return try run("import", "words", folder.write("words\(count).txt", words.joined()))
  }

  /// What a migration does that cannot keep the rows of a table.
  private func drop() throws {
    try tower.write { try $0.execute("DELETE FROM tower_source_part WHERE dataset = 'words'") }
  }

  private func problem() throws -> String? {
    try run("store", "check").tables[0].rows.first { $0[0] == .text("parts of sources") }?[1].text
  }

  @Test("is named by the check of the store until it is there again")
  func named() throws {
    #expect(try problem() == nil)
    try drop()
    #expect(try problem()?.hasPrefix("part 'all' of words (source words/") == true)
    #expect(try run("store", "check").status == .integrity)
    #expect(try take(40).tables[0].rows[0][1] == .text("imported"))
    #expect(try problem() == nil)
  }

  @Test("is what the next import is compared with")
  func compared() throws {
    try drop()
    let error = #expect(throws: TowerError.self) { try take(20) }
    #expect(error?.message.contains("would shrink from 40 to 20 rows") == true)
  }

  @Test("is given up when a person says so, and the ledger says who")
  func dismissed() throws {
    try drop()
    let wrong = #expect(throws: TowerError.self) { try run("sources", "dismiss", "words", "al") }
    #expect(wrong?.hints == ["did you mean all?"])
    try run("sources", "dismiss", "words", "all")
    #expect(try problem() == nil)
    #expect(try run("ledger", "list").tables[0].rows.last?[4] == .text("dataset:words"))
    try take(20)
  }

  @Test("is found in the ledger where it was dropped before the store remembered such parts")
  func older() throws {
    try tower.store.write { connection in
      try connection.executeScript(
        """
        DROP TRIGGER tower_source_part_is_dropped; DROP TRIGGER tower_source_part_is_back;
        DROP TABLE tower_source_part_dropped; DROP TABLE tower_ledger_head;
        DROP TRIGGER tower_ledger_has_head; DROP TABLE tower_table_version;
        DROP INDEX tower_finding_subject; DROP INDEX tower_finding_object;
        DELETE FROM tower_source_part; DELETE FROM tower_migration
          WHERE module = 'tower' AND number > 2;
        """)
    }
    try run("store", "init")
    #expect(try problem()?.contains("part 'all' of words") == true)
    let error = #expect(throws: TowerError.self) { try take(20) }
    #expect(error?.message.contains("would shrink from 40 to 20 rows") == true)
    #expect(try run("ledger", "verify").tables[0].rows[0][0] == .text("intact"))
  }
}
