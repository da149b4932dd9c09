/// The marks in the header of a file that say whose it is and how its own tables are laid out.
enum StoreFormat {
  // "TOWR": marks the file as a store of the tower.
  private static let applicationIdentifier: Int64 = 0x544F_5752
  // Grows when `tower_migration` itself changes, which no migration could tell.
  private static let newest: Int64 = 1

  /// Turns an empty file into a store without migrations, and refuses a file that is no store.
  static func claim(_ connection: Connection, path: String) throws {
    let isEmpty = try connection.first("SELECT 1 FROM sqlite_schema") == nil
    guard try isEmpty && number("application_id", connection) == 0 else {
      return try refuseForeign(connection, path: path)
    }
    try connection.executeScript("PRAGMA journal_mode = WAL")
    try connection.transaction {
      try connection.executeScript(
        """
        PRAGMA application_id = \(applicationIdentifier); PRAGMA user_version = \(newest);
        CREATE TABLE tower_migration (
          module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, sql TEXT NOT NULL,
          applied_at TEXT NOT NULL, PRIMARY KEY (module, number)
        ) STRICT, WITHOUT ROWID;
        """)
    }
  }

  /// Refuses a file that is no store, or one that a newer version laid out.
  static func refuseForeign(_ connection: Connection, path: String) throws {
    guard try number("application_id", connection) == applicationIdentifier else {
      throw StoreRefusal.notAStore(path: path)
    }
    let format = try number("user_version", connection)
    guard format <= newest else {
      throw StoreRefusal.newerFormat(path: path, format: format, known: newest)
    }
  }

  private static func number(_ pragma: String, _ connection: Connection) throws -> Int64 {
    try connection.first("PRAGMA \(pragma)")?[0].integer ?? 0
  }
}
