import Store
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
  private let folder = ScratchFolder()

  private func history(_ migrations: [Migration]) -> [MigrationHistory] {
    [MigrationHistory(module: "notes", migrations: migrations)]
  }

  private let first = Migration(number: 1, name: "note", sql: "CREATE TABLE note (x TEXT) STRICT;")
  private let second = Migration(
    number: 2, name: "tag", sql: "ALTER TABLE note ADD COLUMN tag TEXT;")
  private let third = Migration(number: 3, name: "empty", sql: "DELETE FROM note;")

  @Test("are applied once, in their order, and recorded")
  func appliedOnce() throws {
    let store = Store(path: folder.file("deep/er/tower.db"))
    #expect(try store.prepare(history([first]), at: "t") == ["notes/1"])
    #expect(try store.prepare(history([second, first]), at: "t") == ["notes/2"])
    #expect(try store.prepare(history([first, second]), at: "t").isEmpty)
    #expect(throws: Never.self) { try store.verify(history([first, second])) }
    let recorded = try store.read {
      try $0.rows("SELECT module, number, name, sql, applied_at FROM tower_migration")
    }
    #expect(recorded.first == ["notes", 1, "note", .text(first.sql), "t"])
  }

  @Test("edited after they were applied are refused")
  func edited() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare(history([first, second]), at: "t")
    let edited = Migration(number: 1, name: "note", sql: first.sql + " ")
    let refusal = StoreRefusal.editedMigration(
      path: store.path, module: "notes", number: 1, name: "note")
    #expect(throws: refusal) { try store.prepare(history([edited, second]), at: "t") }
    #expect(throws: refusal) { try store.verify(history([edited, second])) }
  }

  @Test("newer than the program are refused")
  func newer() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare(history([first, second]), at: "t")
    #expect(throws: StoreRefusal.newerMigration(path: store.path, module: "notes", number: 2)) {
      try store.verify(history([first]))
    }
  }

  @Test("not applied yet stop a reader, who is told what to do")
  func unapplied() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare(history([first]), at: "t")
    let refusal = #expect(throws: StoreRefusal.self) {
      try store.verify(history([first, second]))
    }
    #expect(
      refusal == .unappliedMigration(path: store.path, module: "notes", name: "tag"))
    #expect(refusal?.description.hasSuffix("run 'tower store init'") == true)
  }

  @Test("that come behind a later one, or share its number, are refused")
  func order() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare(history([first, third]), at: "t")
    #expect(
      throws: StoreRefusal.lateMigration(path: store.path, module: "notes", number: 2, after: 3)
    ) { try store.prepare(history([first, second, third]), at: "t") }
    #expect(throws: StoreRefusal.repeatedMigration(module: "notes", number: 1)) {
      try store.prepare(history([first, first, third]), at: "t")
    }
  }

  @Test("that fail leave the store as it was, with the ones before them")
  func failing() throws {
    let store = Store(path: folder.file("tower.db"))
    let broken = Migration(
      number: 2, name: "broken", sql: "CREATE TABLE half (x TEXT) STRICT; CREATE TABLE note (x);")
    #expect(throws: StoreError.self) { try store.prepare(history([first, broken]), at: "t") }
    #expect(try store.count("sqlite_schema WHERE name = 'half'") == 0)
    #expect(try store.count("tower_migration") == 1)
  }

  @Test("may rebuild a table that others refer to, but not leave a reference to nothing")
  func references() throws {
    let store = Store(path: folder.file("tower.db"))
    let tables = Migration(
      number: 1, name: "tables",
      sql: """
        CREATE TABLE country (code TEXT PRIMARY KEY) STRICT;
        CREATE TABLE site (country TEXT REFERENCES country (code)) STRICT;
        INSERT INTO country VALUES ('KOR'); INSERT INTO site VALUES ('KOR');
        """)
    let rebuild = Migration(
      number: 2, name: "names",
      sql: """
        CREATE TABLE named (code TEXT PRIMARY KEY, name TEXT) STRICT;
        INSERT INTO named SELECT code, NULL FROM country;
        DROP TABLE country; ALTER TABLE named RENAME TO country;
        """)
    #expect(try store.prepare(history([tables, rebuild]), at: "t") == ["notes/1", "notes/2"])
    let careless = Migration(number: 3, name: "careless", sql: "DELETE FROM country;")
    #expect(
      throws: StoreRefusal.brokenReferences(
        path: store.path, module: "notes", number: 3,
        problems: ["row 1 of table 'site', which refers to a missing row of table 'country'"])
    ) { try store.prepare(history([tables, rebuild, careless]), at: "t") }
    #expect(try store.count("country") == 1)
  }

  @Test("of a module that is no longer installed leave its tables alone")
  func removedModule() throws {
    let store = Store(path: folder.file("tower.db"))
    try store.prepare(history([first]), at: "t")
    #expect(throws: Never.self) { try store.verify([]) }
  }
}
