internal import CSQLite
internal import Glibc

extension Store {
  /// Copies the store, while it is in use, to a file that is not there yet.
  ///
  /// The copy is one file without companions. It is checked before it gets its name, so a file of
  /// that name is always whole.
  ///
  /// - Parameters:
  ///   - target: the path of the copy.
  ///   - progress: is told the pages copied so far, and all pages.
  /// - Throws: `StoreRefusal` when the file is there already or the copy is not sound.
  public func backup(
    to target: String, progress: ((_ copied: Int, _ pages: Int) -> Void)? = nil
  ) throws {
    guard access(target, F_OK) != 0 else { throw StoreRefusal.exists(path: target) }
    let source = try openForReading()
    // One state for the whole copy: without it every write of another process starts it anew.
    try source.executeScript("BEGIN; SELECT 1 FROM sqlite_schema")
    let partial = try Store.makePartial(beside: target)
    defer { unlink(partial) }
    try Store.copy(from: source, to: partial, journal: "DELETE", progress: progress)
    try Store.seal(partial)
    // link, not rename: a backup that appeared meanwhile is never replaced.
    guard link(partial, target) == 0 else {
      if errno == EEXIST { throw StoreRefusal.exists(path: target) }
      throw Store.unreadable(target)
    }
    try Store.flush(NetworkFileSystem.folder(of: target))
  }

  /// Replaces the content of the store by that of a backup, in one transaction.
  ///
  /// Whoever is reading the store keeps the old content until the end of the reading.
  ///
  /// - Throws: `StoreRefusal` when the backup is not a store or not sound, or the store is no store;
  ///   the store is unchanged.
  public func restore(from backup: String) throws {
    let source = try Store(path: backup).openForReading()
    let problems = try Store(path: backup).integrityProblems()
    guard problems.isEmpty else { throw StoreRefusal.damaged(path: backup, problems: problems) }
    try refuseNetworkFileSystem()
    try WriterLane(storePath: path).whileHeld {
      if exists { try StoreFormat.refuseForeign(connect(.readWrite), path: path) }
      try Store.copy(from: source, to: path, journal: "WAL", progress: nil)
    }
  }

  private static func copy(
    from source: Connection, to path: String, journal: String, progress: ((Int, Int) -> Void)?
  ) throws {
    let target = try Connection(path: path, mode: .create)
    guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
      throw target.error(sqlite3_extended_errcode(target.handle), sql: nil)
    }
    var code = SQLITE_OK
    repeat {
      code = sqlite3_backup_step(backup, 1024)
      let pages = Int(sqlite3_backup_pagecount(backup))
      progress?(pages - Int(sqlite3_backup_remaining(backup)), pages)
    } while code == SQLITE_OK
    let finished = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw target.error(code, sql: nil) }
    guard finished == SQLITE_OK else { throw target.error(finished, sql: nil) }
    try target.executeScript("PRAGMA journal_mode = \(journal)")
  }

  private static func makePartial(beside target: String) throws -> String {
    var name = Array((target + ".partial-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw unreadable(target) }
    close(descriptor)
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func seal(_ path: String) throws {
    let problems = try Store(path: path).integrityProblems()
    guard problems.isEmpty else { throw StoreRefusal.damaged(path: path, problems: problems) }
    try flush(path)
  }

  private static func flush(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw unreadable(path) }
  }

  private static func unreadable(_ path: String) -> StoreRefusal {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
