extension Store {
  /// What is wrong with the file: its pages, its indexes and its foreign keys; empty when sound.
  public func integrityProblems() throws -> [String] {
    do {
      let connection = try openForReading()
      return try connection.pageProblems() + connection.referenceProblems()
    } catch let error as StoreError where error.kind == .damaged {
      return [error.message]
    }
  }
}

extension Store {
  /// The tables, indexes, views and triggers that are missing, were changed, or are not of the
  /// migrations that the store records; empty when it is laid out as they laid it out.
  ///
  /// - Parameter histories: the migrations of each module, in the order of their requirements.
  public func layoutProblems(_ histories: [MigrationHistory]) throws -> [String] {
    let connection = try openForReading()
    let made = try Store.layout(of: connection)
    let pattern = try Connection(path: ":memory:", mode: .create)
    try pattern.executeScript("PRAGMA foreign_keys = OFF")
    for sql in try connection.recordedMigrations(histories) { try pattern.executeScript(sql) }
    let expected = try Store.layout(of: pattern)
    return Set(made.keys).union(expected.keys).sorted().compactMap { name in
      switch (made[name], expected[name]) {
      case (nil, _?): "\(name) is missing"
      case (_?, nil): "\(name) is of no migration"
      case (let found, let wanted): found == wanted ? nil : "\(name) was changed"
      }
    }
  }

  // What SQLite makes for itself, such as the index of a key, has no statement of its own.
  private static func layout(of connection: Connection) throws -> [String: String] {
    let rows = try connection.rows(
      """
      SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
      AND name <> 'tower_migration'
      """)
    return Dictionary(
      rows.map { ("\($0[0].text ?? "") '\($0[1].text ?? "")'", $0[2].text ?? "") },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Connection {
  /// The statements of the migrations that the store records; those of modules that are not
  /// installed come last.
  fileprivate func recordedMigrations(_ histories: [MigrationHistory]) throws -> [String] {
    let order = histories.map(\.module)
    let rows = try rows("SELECT module, sql FROM tower_migration ORDER BY module, number")
    let isInstalled = { (row: [Value]) in order.contains(row[0].text ?? "") }
    let installed = order.flatMap { module in rows.filter { $0[0].text == module } }
    return (installed + rows.filter { !isInstalled($0) }).compactMap { $0[1].text }
  }

  func pageProblems() throws -> [String] {
    try rows("PRAGMA integrity_check").compactMap { $0[0].text }.filter { $0 != "ok" }
  }

  /// The rows that refer to a row that is not there.
  func referenceProblems() throws -> [String] {
    try rows("PRAGMA foreign_key_check").map { row in
      // A table without row numbers does not say which of its rows it is.
      let place = row[1].integer.map { "row \($0)" } ?? "a row"
      return "\(place) of table '\(row[0].text ?? "")', which refers to a missing row of table "
        + "'\(row[2].text ?? "")'"
    }
  }
}
