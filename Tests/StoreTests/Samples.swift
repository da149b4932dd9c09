import Store
import TestSupport

/// A history of one migration, for tests that need some tables.
func tables(_ sql: String) -> [MigrationHistory] {
  [MigrationHistory(module: "test", migrations: [Migration(number: 1, name: "tables", sql: sql)])]
}

let noteTable = "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE) STRICT;"

let pairTable = """
  CREATE TABLE pair (
    writer TEXT NOT NULL, number INTEGER NOT NULL, half TEXT NOT NULL,
    PRIMARY KEY (writer, number, half)
  ) STRICT, WITHOUT ROWID;
  """

extension ScratchFolder {
  /// A store in the folder that has the tables of one migration.
  func store(_ sql: String = noteTable, name: String = "tower.db") throws -> Store {
    let store = Store(path: file(name))
    try store.prepare(tables(sql), at: "2026-11-24T00:00:00Z")
    return store
  }
}

extension Store {
  /// How many rows a table has.
  func count(_ table: String) throws -> Int64? {
    try read { try $0.first("SELECT count(*) FROM \(table)")?[0].integer }
  }
}
