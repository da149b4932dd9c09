import Store
import TestSupport
import Testing
import Vocabulary

private let notes = MigrationHistory(
  module: "notes",
  migrations: [
    Migration(
      number: 1, name: "note",
      sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;")
  ])

private func count(_ store: Store) throws -> Int64? {
  try store.read { try $0.first("SELECT count(*) FROM note")?[0].integer }
}

@Suite("The store")
struct StoreTests {
  private let folder = ScratchFolder()

  private func makeStore(_ name: String = "tower.db") throws -> Store {
    let store = Store(path: folder.file(name))
    try store.prepare([notes], at: "2026-11-24T00:00:00Z")
    return store
  }

  @Test("gives back every value as it was stored, an empty text and an empty blob included")
  func valuesRoundTrip() throws {
    let store = try makeStore()
    let values: [Value] = [
      .null, .integer(.min), .integer(.max), .real(0.1), .real(-1e300), .text(""),
      .text("희토류 \u{0} 钆"), .blob([]), .blob([0, 255]),
    ]
    let connection = try store.openForReading()
    for value in values {
      #expect(try connection.first("SELECT ?", [value]) == [value])
    }
  }

  @Test("undoes everything when the work throws")
  func rollback() throws {
    struct Stop: Error {}
    let store = try makeStore()
    #expect(throws: Stop.self) {
      try store.write { connection in
        try connection.execute("INSERT INTO note (body) VALUES (?)", [.text("lost")])
        throw Stop()
      }
    }
    #expect(try count(store) == 0)
  }

  @Test("an error carries the code, the statement and the parameters")
  func errorContext() throws {
    let store = try makeStore()
    let error = #expect(throws: StoreError.self) {
      try store.write { try $0.execute("INSERT INTO note (body) VALUES (?)", [.null]) }
    }
    #expect(error?.code == 1299)  // SQLITE_CONSTRAINT_NOTNULL
    #expect(error?.sql == "INSERT INTO note (body) VALUES (?)")
    #expect(error?.parameters == [.null])
    #expect(error?.message.contains("note.body") == true)
  }

  @Test("refuses a second statement behind the first, and a wrong number of parameters")
  func oneStatement() throws {
    let store = try makeStore()
    let connection = try store.openForReading()
    #expect(throws: StoreError.self) { try connection.rows("SELECT 1; SELECT 2") }
    #expect(throws: StoreError.self) { try connection.rows("SELECT ?, ?", [.null]) }
    #expect(try connection.rows("SELECT 1 ; ") == [[.integer(1)]])
  }

  @Test("a reader sees one state, whatever is written meanwhile")
  func snapshot() throws {
    let store = try makeStore()
    try store.read { connection in
      #expect(try connection.first("SELECT count(*) FROM note") == [.integer(0)])
      try store.write { try $0.execute("INSERT INTO note (body) VALUES ('new')") }
      #expect(try connection.first("SELECT count(*) FROM note") == [.integer(0)])
    }
    #expect(try count(store) == 1)
  }

  @Test("eight writers at once lose nothing and meet no busy error")
  func manyWriters() async throws {
    let store = try makeStore()
    let path = store.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let own = Store(path: path)
          for number in 0..<25 {
            try own.write {
              try $0.execute(
                "INSERT INTO note (body) VALUES (?)", [.text("\(writer)-\(number)")])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let count = try store.read { try $0.first("SELECT count(DISTINCT body) FROM note") }
    #expect(count == [.integer(200)])
  }

  @Test("a file that is no store, or no database, is refused by name")
  func foreignFiles() throws {
    let text = folder.write("letter.txt", String(repeating: "not a database ", count: 100))
    #expect(throws: StoreRefusal.notAStore(path: text)) { try Store(path: text).read { _ in } }
    let other = folder.file("other.db")
    try Connection(path: other, mode: .create).executeScript("CREATE TABLE t (x)")
    #expect(throws: StoreRefusal.notAStore(path: other)) { try Store(path: other).read { _ in } }
    #expect(throws: StoreRefusal.notAStore(path: other)) {
      try Store(path: other).prepare([notes], at: "")
    }
    let missing = folder.file("missing.db")
    #expect(throws: StoreRefusal.missing(path: missing)) {
      try Store(path: missing).write { _ in }
    }
  }
}

@Suite("Migrations")
struct MigrationTests {
  private let folder = ScratchFolder()

  private func history(_ migrations: [Migration]) -> [MigrationHistory] {
    [MigrationHistory(module: "notes", migrations: migrations)]
  }

  private let first = Migration(number: 1, name: "note", sql: "CREATE TABLE note (x TEXT) STRICT;")
  private let second = Migration(
    number: 2, name: "tag", sql: "ALTER TABLE note ADD COLUMN tag TEXT;")

  @Test("are applied once, in their order, and recorded")
  func appliedOnce() throws {
    let store = Store(path: folder.file("deep/er/tower.db"))
    #expect(try store.prepare(history([first]), at: "t") == ["notes/1"])
    #expect(try store.prepare(history([second, first]), at: "t") == ["notes/2"])
    #expect(try store.prepare(history([first, second]), at: "t").isEmpty)
    #expect(throws: Never.self) { try store.verify(history([first, second])) }
  }

  @Test("edited after they were applied, or newer than the program, are refused")
  func refused() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare(history([first, second]), at: "t")
    let edited = Migration(number: 1, name: "note", sql: first.sql + " ")
    #expect(
      throws: StoreRefusal.editedMigration(
        path: store.path, module: "notes", number: 1, name: "note")
    ) { try store.prepare(history([edited, second]), at: "t") }
    #expect(
      throws: StoreRefusal.newerMigration(path: store.path, module: "notes", number: 2)
    ) { try store.verify(history([first])) }
  }

  @Test("that fail leave the store as it was")
  func failing() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare(history([first]), at: "t")
    let broken = Migration(
      number: 2, name: "broken", sql: "CREATE TABLE half (x TEXT) STRICT; CREATE TABLE note (x);")
    #expect(throws: StoreError.self) { try store.prepare(history([first, broken]), at: "t") }
    let tables = try store.read {
      try $0.rows("SELECT name FROM sqlite_schema WHERE name = 'half'")
    }
    #expect(tables.isEmpty)
  }

  @Test("of a module that is no longer installed leave its tables alone")
  func removedModule() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare(history([first]), at: "t")
    #expect(throws: Never.self) { try store.verify([]) }
  }
}

@Suite("Backup and restore")
struct BackupTests {
  private let folder = ScratchFolder()

  @Test("bring back the state of the backup, and never overwrite a file")
  func roundTrip() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare([notes], at: "t")
    try store.write { try $0.execute("INSERT INTO note (body) VALUES ('kept')") }
    let copy = folder.file("copy.db")
    try store.backup(to: copy)
    try store.write { try $0.execute("DELETE FROM note") }
    #expect(throws: StoreRefusal.exists(path: copy)) { try store.backup(to: copy) }
    try store.restore(from: copy)
    let bodies = try store.read { try $0.rows("SELECT body FROM note") }
    #expect(bodies == [[.text("kept")]])
    #expect(try store.integrityProblems().isEmpty)
  }

  @Test("refuse a backup that is not a store, and leave the store as it is")
  func refused() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare([notes], at: "t")
    let letter = folder.write("letter", "Dear store")
    #expect(throws: (any Error).self) { try store.restore(from: letter) }
    #expect(try count(store) == 0)
  }
}
