/// One change of a module's tables, applied once, in one transaction.
///
/// Its SQL is plain text that mentions no type of the program, and it is never edited: the store
/// keeps the text that made it, and another text under the same number is refused.
public struct Migration: Sendable, Hashable {
  /// Its number within the module, from 1.
  public let number: Int
  /// What it does, in a few words.
  public let name: String
  /// The statements.
  public let sql: String

  /// Makes a migration.
  public init(number: Int, name: String, sql: String) {
    self.number = number
    self.name = name
    self.sql = sql
  }
}

/// The migrations of a module, oldest first.
public struct MigrationHistory: Sendable, Hashable {
  /// The module.
  public let module: String
  /// Its migrations, in the order of their numbers.
  public let migrations: [Migration]

  /// Makes a history.
  public init(module: String, migrations: [Migration]) {
    self.module = module
    self.migrations = migrations.sorted { $0.number < $1.number }
  }
}

extension Connection {
  /// The migrations that the store does not have yet, after checking those that it has.
  ///
  /// A module that is not installed keeps its tables, and its migrations are not judged.
  ///
  /// - Throws: `StoreRefusal` for a migration that is newer than this version, or was edited.
  func pending(_ histories: [MigrationHistory], path: String) throws -> [(String, Migration)] {
    let applied = try rows(
      "SELECT module, number, sql FROM tower_migration ORDER BY module, number")
    var texts: [String: [Int: String]] = [:]
    for row in applied {
      texts[row[0].text ?? "", default: [:]][Int(row[1].integer ?? 0)] = row[2].text
    }
    return try histories.flatMap { history -> [(String, Migration)] in
      let present = texts[history.module] ?? [:]
      let known = Set(history.migrations.map(\.number))
      if let newer = present.keys.filter({ !known.contains($0) }).min() {
        throw StoreRefusal.newerMigration(path: path, module: history.module, number: newer)
      }
      return try history.migrations.compactMap { migration in
        guard let text = present[migration.number] else { return (history.module, migration) }
        guard text == migration.sql else {
          throw StoreRefusal.editedMigration(
            path: path, module: history.module, number: migration.number, name: migration.name)
        }
        return nil
      }
    }
  }
}
