internal import CSQLite
internal import Glibc

/// An agency's store: one SQLite file with many readers and one lane for writers.
public final class Store: Sendable {
  /// The path of the file.
  public let path: String

  // "TOWR": marks the file as a store of the tower.
  static let applicationIdentifier: Int64 = 0x544F_5752

  /// Names a store; nothing is opened yet.
  public init(path: String) {
    self.path = path
  }

  /// Whether the file is there.
  public var exists: Bool { access(path, F_OK) == 0 }

  /// Makes the store when it is not there, and applies what migrations are missing.
  ///
  /// - Parameters:
  ///   - histories: the migrations of each module, in the order of their requirements.
  ///   - instant: when, for the record.
  /// - Returns: the migrations that were applied, as `module/number`.
  /// - Throws: `StoreRefusal` for a file that is not a store, is newer, or is on a network disk.
  @discardableResult
  public func prepare(_ histories: [MigrationHistory], at instant: String) throws -> [String] {
    try makeFolder()
    try refuseNetworkFileSystem()
    return try WriterLane(storePath: path).whileHeld {
      let connection = try connect(.create)
      try claim(connection)
      var applied: [String] = []
      for (module, migration) in try connection.pending(histories, path: path) {
        try connection.transaction {
          try connection.executeScript(migration.sql)
          try connection.execute(
            """
            INSERT INTO tower_migration (module, number, name, sql, applied_at)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
              .text(module), Value(migration.number), .text(migration.name),
              .text(migration.sql), .text(instant),
            ])
        }
        applied.append("\(module)/\(migration.number)")
      }
      return applied
    }
  }

  /// Refuses a store that lacks a migration, has a newer one, or has an edited one.
  public func verify(_ histories: [MigrationHistory]) throws {
    let connection = try openForReading()
    if let (module, migration) = try connection.pending(histories, path: path).first {
      throw StoreRefusal.unappliedMigration(path: path, module: module, name: migration.name)
    }
  }

  /// Runs the body on one consistent state of the store.
  public func read<T>(_ body: (Connection) throws -> T) throws -> T {
    let connection = try openForReading()
    try connection.executeScript("BEGIN")
    defer { try? connection.executeScript("ROLLBACK") }
    return try body(connection)
  }

  /// A read-only connection that stays open.
  public func openForReading() throws -> Connection {
    guard exists else { throw StoreRefusal.missing(path: path) }
    try refuseNetworkFileSystem()
    let connection = try connect(.readOnly)
    try refuseForeignFile(connection)
    return connection
  }

  /// Runs the body in one transaction in the writer lane; an error undoes all of it.
  @discardableResult
  public func write<T>(_ body: (Connection) throws -> T) throws -> T {
    guard exists else { throw StoreRefusal.missing(path: path) }
    try refuseNetworkFileSystem()
    return try WriterLane(storePath: path).whileHeld {
      let connection = try connect(.readWrite)
      try refuseForeignFile(connection)
      return try connection.transaction { try body(connection) }
    }
  }

  private func makeFolder() throws {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += folder.isEmpty && !part.isEmpty ? String(part) : "/" + part
      guard !part.isEmpty, access(folder, F_OK) != 0 else { continue }
      guard mkdir(folder, 0o770) == 0 || errno == EEXIST else {
        throw StoreRefusal.unreadable(path: folder, reason: String(cString: strerror(errno)))
      }
    }
  }

  private func claim(_ connection: Connection) throws {
    let tables = try connection.first("SELECT count(*) FROM sqlite_schema")?[0].integer ?? 0
    guard tables == 0 else { return try refuseForeignFile(connection) }
    try connection.executeScript(
      """
      PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864;
      BEGIN IMMEDIATE;
      PRAGMA application_id = \(Store.applicationIdentifier);
      CREATE TABLE tower_migration (
        module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, sql TEXT NOT NULL,
        applied_at TEXT NOT NULL, PRIMARY KEY (module, number)
      ) STRICT, WITHOUT ROWID;
      COMMIT;
      """)
  }

  private func connect(_ mode: Connection.Mode) throws -> Connection {
    do {
      return try Connection(path: path, mode: mode)
    } catch let error as StoreError where error.code & 0xFF == SQLITE_NOTADB {
      throw StoreRefusal.notAStore(path: path)
    }
  }

  private func refuseForeignFile(_ connection: Connection) throws {
    let identifier = try connection.first("PRAGMA application_id")?[0].integer
    guard identifier == Store.applicationIdentifier else {
      throw StoreRefusal.notAStore(path: path)
    }
  }

  // The magic numbers of statfs(2): NFS, SMB, SMB2, CIFS, Ceph, AFS, 9P and FUSE are not local.
  private func refuseNetworkFileSystem() throws {
    let kinds: [Int: String] = [
      0x6969: "NFS", 0x517B: "SMB", 0xFE53_4D42: "SMB2", 0xFF53_4D42: "CIFS",
      0x00C3_6400: "Ceph", 0x5346_414F: "AFS",
    ]
    let folder =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    let type = tower_file_system_type(folder.isEmpty ? "/" : folder)
    if let kind = kinds[type] { throw StoreRefusal.networkFileSystem(path: path, kind: kind) }
  }
}

extension Connection {
  /// Runs the body in an immediate transaction; an error undoes all of it.
  func transaction<T>(_ body: () throws -> T) throws -> T {
    try executeScript("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try executeScript("COMMIT")
      return result
    } catch {
      // SQLite may have rolled back already; then there is nothing left to undo.
      try? executeScript("ROLLBACK")
      throw error
    }
  }
}
