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

extension MigrationHistory {
  /// The migrations that a store does not have yet.
  ///
  /// - Parameters:
  ///   - applied: the text of each migration that the store has, by number.
  ///   - path: the store, for the refusal.
  /// - Throws: `StoreRefusal` for a migration that is newer than this version, was edited, comes
  ///   after a later one, or shares its number.
  func pending(after applied: [Int: String], path: String) throws -> [Migration] {
    var known: Set<Int> = []
    for migration in migrations where !known.insert(migration.number).inserted {
      throw StoreRefusal.repeatedMigration(module: module, number: migration.number)
    }
    if let newer = applied.keys.filter({ !known.contains($0) }).min() {
      throw StoreRefusal.newerMigration(path: path, module: module, number: newer)
    }
    let last = applied.keys.max() ?? .min
    return try migrations.filter { migration in
      guard let text = applied[migration.number] else {
        guard migration.number > last else {
          throw StoreRefusal.lateMigration(
            path: path, module: module, number: migration.number, after: last)
        }
        return true
      }
      guard text == migration.sql else {
        throw StoreRefusal.editedMigration(
          path: path, module: module, number: migration.number, name: migration.name)
      }
      return false
    }
  }
}
