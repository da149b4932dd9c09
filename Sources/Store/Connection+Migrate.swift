extension Connection {
  /// The migrations that the store does not have yet, after checking those that it has.
  ///
  /// A module that is not installed keeps its tables, and its migrations are not judged.
  func pending(_ histories: [MigrationHistory], path: String) throws -> [(String, Migration)] {
    var applied: [String: [Int: String]] = [:]
    for row in try rows("SELECT module, number, sql FROM tower_migration") {
      applied[row[0].text ?? "", default: [:]][Int(row[1].integer ?? 0)] = row[2].text
    }
    return try histories.flatMap { history in
      try history.pending(after: applied[history.module] ?? [:], path: path)
        .map { (history.module, $0) }
    }
  }

  /// Applies the missing migrations, each in a transaction that also records it.
  ///
  /// References are checked at the end of each, not at every statement: a table may be rebuilt.
  ///
  /// - Returns: the migrations that were applied, as `module/number`.
  func apply(_ histories: [MigrationHistory], at instant: String, path: String) throws -> [String] {
    let missing = try pending(histories, path: path)
    guard !missing.isEmpty else { return [] }
    try executeScript("PRAGMA foreign_keys = OFF")
    for (module, migration) in missing {
      try transaction {
        try executeScript(migration.sql)
        try record(migration, of: module, at: instant)
        let problems = try referenceProblems()
        guard problems.isEmpty else {
          throw StoreRefusal.brokenReferences(
            path: path, module: module, number: migration.number, problems: problems)
        }
      }
    }
    return missing.map { "\($0)/\($1.number)" }
  }

  private func record(_ migration: Migration, of module: String, at instant: String) throws {
    try execute(
      "INSERT INTO tower_migration (module, number, name, sql, applied_at) VALUES (?, ?, ?, ?, ?)",
      [
        .text(module), Value(migration.number), .text(migration.name), .text(migration.sql),
        .text(instant),
      ])
  }
}
