internal import Glibc

/// An agency's store: one SQLite file with many readers and one lane for writers.
public final class Store: Sendable {
  /// The path of the file.
  public let path: String
  let interruption = Interruption()

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
    return try whileWriting {
      let connection = try connect(.create)
      try StoreFormat.claim(connection, path: path)
      return try connection.apply(histories, at: instant, path: path)
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
  public func openForReading() throws -> Connection { try open(.readOnly) }

  /// Runs the body in one transaction in the writer lane; an error undoes all of it.
  ///
  /// - Throws: what the body throws, or `StoreRefusal.nestedWrite` inside another write.
  @discardableResult
  public func write<T>(_ body: (Connection) throws -> T) throws -> T {
    guard exists else { throw StoreRefusal.missing(path: path) }
    return try whileWriting {
      let connection = try open(.readWrite)
      return try connection.transaction { try body(connection) }
    }
  }

  /// Runs the body in the writer lane, and says of a disk that is full or a file that cannot be
  /// written which it is.
  private func whileWriting<T>(_ body: () throws -> T) throws -> T {
    do {
      return try WriterLane(storePath: path).whileHeld(body)
    } catch let error as StoreError {
      throw error.refusalToWrite(path) ?? error
    }
  }

  private func open(_ mode: Connection.Mode) throws -> Connection {
    guard exists else { throw StoreRefusal.missing(path: path) }
    try refuseNetworkFileSystem()
    do {
      let connection = try connect(mode)
      try StoreFormat.refuseForeign(connection, path: path)
      return connection
    } catch let error as StoreError where mode == .readOnly && error.isRefusedByFolder {
      // Readers and the writer share the state of the journal through a file beside the store.
      throw StoreRefusal.unreadable(
        path: path,
        reason: "\(error.message): reading makes a small file beside it; make room, or copy it "
          + "to a folder that can be written")
    }
  }

  /// Opens the file, whatever it holds.
  func connect(_ mode: Connection.Mode) throws -> Connection {
    do {
      let connection = try Connection(path: path, mode: mode)
      try interruption.admit(connection.interruptHandle)
      return connection
    } catch let error as StoreError where error.name == "SQLITE_NOTADB" {
      throw StoreRefusal.notAStore(path: path)
    }
  }

  func refuseNetworkFileSystem() throws {
    guard let kind = NetworkFileSystem.kind(holding: path) else { return }
    throw StoreRefusal.networkFileSystem(path: path, kind: kind)
  }

  private func makeFolder() throws {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += folder.isEmpty && !part.isEmpty ? String(part) : "/" + part
      guard !part.isEmpty, access(folder, F_OK) != 0 else { continue }
      guard mkdir(folder, 0o770) == 0 || errno == EEXIST else {
        throw StoreRefusal.unwritable(path: folder, reason: String(cString: strerror(errno)))
      }
    }
  }
}
