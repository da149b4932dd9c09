import Configuration
import Glibc
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Importing through a newcomer's module")
struct ImportTests {
  private let folder = ScratchFolder()
  private let tower: Tower

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
  }

  private func run(_ words: String...) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  private let many = (0..<40).map { "word" + String(repeating: "a", count: $0) }

  @Test("takes the rows, registers the source and writes the ledger")
  func imports() throws {
    let file = folder.write("words.txt", many.joined(separator: "\n"))
    let result = try run("import", "words", file)
    #expect(result.tables[0].rows[0][1] == .text("imported"))
    #expect(result.tables[0].rows[0][3] == .integer(40))
    #expect(try run("sample", "words").tables[0].rows.count == 3)
    #expect(try run("ledger", "verify").tables[0].rows[0] == [.text("intact"), .integer(2), .null])
  }

  @Test("the same bytes again change nothing and say so")
  func unchanged() throws {
    let file = folder.write("words.txt", many.joined(separator: "\n"))
    _ = try run("import", "words", file)
    #expect(try run("import", "words", file).tables[0].rows[0][1] == .text("unchanged"))
    #expect(try run("ledger", "list").tables[0].rows.count == 2)
  }

  @Test("what the card fixes makes another source, and what the importer says is a note")
  func cardParameters() throws {
    let file = folder.write("words.txt", many.joined(separator: "\n"))
    let card = { (greeting: String) in
      """
      dataset: words
      publisher: Nobody
      title: Words
      licence: CC0-1.0
      parameters: {greeting: \(greeting)}
      """
    }
    #expect(try run("import", "words", file).notes == [])
    _ = folder.write("words.txt.card.yaml", card("hello"))
    #expect(try run("import", "words", file).notes == ["\(file): hello"])
    let again = try run("import", "words", file)
    #expect(again.tables[0].rows[0][1] == .text("unchanged"))
    #expect(again.notes == [])
    _ = folder.write("words.txt.card.yaml", card("goodbye"))
    #expect(try run("import", "words", file).notes == ["\(file): goodbye"])
    #expect(try tower.read { try $0.rows("SELECT id FROM tower_source") }.count == 3)
  }

  @Test("a file that would shrink the data stops, and is taken only when told to")
  func shrinking() throws {
    let whole = folder.write("whole.txt", many.joined(separator: "\n"))
    let half = folder.write("half.txt", many.prefix(20).joined(separator: "\n"))
    _ = try run("import", "words", whole)
    let error = #expect(throws: TowerError.self) { try run("import", "words", half) }
    #expect(error?.message.contains("would shrink from 40 to 20 rows") == true)
    #expect(try tower.read { try $0.first("SELECT count(*) FROM sample_word") }?[0] == .integer(40))
    _ = try run("import", "words", half, "--allow-shrink")
    #expect(try tower.read { try $0.first("SELECT count(*) FROM sample_word") }?[0] == .integer(20))
  }

  @Test("a row that is not as expected stops the import; told to, it is left out and kept")
  func rejects() throws {
    let file = folder.write("words.txt", (many + ["x1"]).joined(separator: "\n"))
    let error = #expect(throws: TowerError.self) { try run("import", "words", file) }
    #expect(
      error?.message.hasSuffix("1 of 41 rows are not as expected; line 41: not a word") == true)
    #expect(error?.hints.last?.hasSuffix("add --allow-rejects 1") == true)
    #expect(try tower.read { try $0.first("SELECT 1 FROM tower_source") } == nil)
    #expect(throws: TowerError.self) { try run("import", "words", file, "--allow-rejects", "0") }
    let taken = try run("import", "words", file, "--allow-rejects", "1")
    let source = try #require(taken.tables[0].rows[0][2].text)
    let rows = try run("sources", "rejects", source).tables[0].rows
    #expect(rows == [[.integer(41), .text("not a word"), .text("x1")]])
    let bad = folder.write("bad.txt", "1\n2\n")
    #expect(throws: TowerError.self) { try run("import", "words", bad, "--allow-rejects", "2") }
    #expect(try run("ledger", "list").tables[0].rows.count == 2)
  }

  @Test("of many rows that are not as expected the first are named, and how many there are besides")
  func manyRejects() throws {
    let file = folder.write("words.txt", (many + (1...12).map(String.init)).joined(separator: "\n"))
    let error = #expect(throws: TowerError.self) { try run("import", "words", file) }
    #expect(error?.hints.count == 11)
    #expect(error?.hints.first == "line 42: not a word")
    #expect(error?.hints.suffix(2).first == "and 2 more")
  }

  @Test("a gzip file that was cut off leaves the store as it was")
  func cutOff() throws {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B]
    let file = folder.write("cut.gz", header)
    let error = #expect(throws: TowerError.self) { try run("import", "words", file) }
    #expect(error?.message.contains("was cut off") == true)
    #expect(try tower.read { try $0.first("SELECT count(*) FROM tower_source") }?[0] == .integer(0))
  }

  @Test("a file that holds more than a file of its kind may is refused before it fills the memory")
  func tooLarge() throws {
    let file = folder.write("large.txt", [UInt8](repeating: UInt8(ascii: "a"), count: 17 << 20))
    let error = #expect(throws: TowerError.self) { try run("import", "words", file) }
    #expect(error?.message.contains("holds more than 16 MiB") == true)
  }

  @Test("an archive is taken as its one file; of several none is left out without a word")
  func archives() throws {
    var archive = ZipArchive()
    archive.add("words.txt", "gallium\ngermanium\n")
    let one = folder.write("one.zip", archive.bytes)
    #expect(try run("import", "words", one).tables[0].rows[0][3] == .integer(2))
    archive.add("more.txt", "indium\n")
    let two = folder.write("two.zip", archive.bytes)
    let error = #expect(throws: TowerError.self) { try run("import", "words", two) }
    #expect(error?.message.contains("'more.txt' would be left out") == true)
  }

  @Test("a file that changes after it was hashed is refused, and the store stays as it was")
  func changed() throws {
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self, MovingModule.self]
    let tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: tower.clock, storePath: folder.file("tower.db"))
    let file = folder.write("words.txt", many.joined(separator: "\n"))
    let error = #expect(throws: TowerError.self) {
      try Dispatcher(tower).run(["import", "moving", file, "--quiet"])
    }
    #expect(error?.message.contains("was changed while it was read") == true)
    #expect(try tower.read { try $0.first("SELECT count(*) FROM tower_source") }?[0] == .integer(0))
  }

  @Test("a name that no entry has is answered with the nearest one")
  func domain() throws {
    let file = folder.write("words.txt", "gallium\ngermanium\n")
    _ = try run("import", "words", file)
    let error = #expect(throws: TowerError.self) { try run("sample", "words", "--after", "galium") }
    #expect(error?.message.contains("did you mean gallium?") == true)
    let rows = try run("sample", "words", "--after", "GALLIUM").tables[0].rows
    #expect(rows == [[.text("germanium")]])
  }
}

/// A module whose importer changes its own file before it reads it, as another program could.
private struct MovingModule: Module {
  static let identity = ModuleIdentity(
    identifier: "moving", title: LocalizedText("Moving", korean: "변동"))

  init(settings: SettingValues) {}

  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.importers = [
      Importer(
        "moving", doc: "Takes a file that moves.",
        defaultCard: SourceCard(publisher: "Nobody", title: "Words", licence: "CC0-1.0")
      ) { session in
        let descriptor = open(session.path, O_WRONLY)
        #expect(pwrite(descriptor, "W", 1, 0) == 1)
        close(descriptor)
        for _ in try session.content() { session.accept(part: "all") }
      }
    ]
    return descriptor
  }
}
