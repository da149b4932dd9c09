internal import CSQLite

/// What SQLite calls the acts that a policy refuses.
enum SQLAction {
  /// Why an act is refused, in words; of PRAGMA with its name.
  static func refusal(_ action: Int32, _ first: String?) -> String {
    switch (action, first) {
    case (SQLITE_PRAGMA, let pragma?): "only reading is allowed: PRAGMA \(pragma) is refused"
    // A virtual table of SQLite itself is made where a question first names it.
    case (SQLITE_INSERT, "sqlite_master"?), (SQLITE_INSERT, "sqlite_temp_master"?),
      (SQLITE_UPDATE, "sqlite_master"?):
      "only reading is allowed: a new table is refused, and a table of SQLite itself is not open to "
        + "questions"
    default: "only reading is allowed: \(names[action] ?? "this statement") is refused"
    }
  }

  private static let names: [Int32: String] = [
    SQLITE_INSERT: "INSERT", SQLITE_UPDATE: "UPDATE", SQLITE_DELETE: "DELETE",
    SQLITE_PRAGMA: "PRAGMA", SQLITE_ATTACH: "ATTACH", SQLITE_DETACH: "DETACH",
    SQLITE_TRANSACTION: "transaction control", SQLITE_SAVEPOINT: "SAVEPOINT",
    SQLITE_CREATE_TABLE: "CREATE TABLE", SQLITE_CREATE_TEMP_TABLE: "CREATE TEMP TABLE",
    SQLITE_CREATE_VIEW: "CREATE VIEW", SQLITE_CREATE_TEMP_VIEW: "CREATE TEMP VIEW",
    SQLITE_CREATE_INDEX: "CREATE INDEX", SQLITE_CREATE_TEMP_INDEX: "CREATE TEMP INDEX",
    SQLITE_CREATE_TRIGGER: "CREATE TRIGGER", SQLITE_CREATE_TEMP_TRIGGER: "CREATE TEMP TRIGGER",
    SQLITE_CREATE_VTABLE: "CREATE VIRTUAL TABLE", SQLITE_DROP_TABLE: "DROP TABLE",
    SQLITE_DROP_VIEW: "DROP VIEW", SQLITE_DROP_INDEX: "DROP INDEX",
    SQLITE_DROP_TRIGGER: "DROP TRIGGER", SQLITE_DROP_VTABLE: "DROP TABLE",
    SQLITE_ALTER_TABLE: "ALTER TABLE", SQLITE_REINDEX: "REINDEX", SQLITE_ANALYZE: "ANALYZE",
  ]
}
