internal import CSQLite
internal import Glibc

extension Store {
  /// Copies the store, while it is in use, to a file that is not there yet.
  ///
  /// The copy is checked before it gets its name, so a file of that name is always whole.
  ///
  /// - Throws: `StoreRefusal` when the file is there already or the copy is not sound.
  public func backup(to target: String) throws {
    guard access(target, F_OK) != 0 else { throw StoreRefusal.exists(path: target) }
    let partial = target + ".partial"
    unlink(partial)
    defer { unlink(partial) }
    try Store.copy(from: openForReading(), to: Connection(path: partial, mode: .create))
    try Store.seal(partial)
    // link, not rename: a backup that appeared meanwhile is never replaced.
    guard link(partial, target) == 0 else {
      if errno == EEXIST { throw StoreRefusal.exists(path: target) }
      throw StoreRefusal.unreadable(path: target, reason: String(cString: strerror(errno)))
    }
  }

  /// Replaces the content of the store by that of a backup, in one transaction.
  ///
  /// - Throws: `StoreRefusal` when the backup is not a store or not sound; the store is unchanged.
  public func restore(from backup: String) throws {
    let source = Store(path: backup)
    let problems = try source.integrityProblems()
    guard problems.isEmpty else { throw StoreRefusal.damaged(path: backup, problems: problems) }
    try WriterLane(storePath: path).whileHeld {
      try Store.copy(from: source.openForReading(), to: Connection(path: path, mode: .create))
    }
  }

  private static func copy(from source: Connection, to target: Connection) throws {
    guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
      throw target.error(sqlite3_extended_errcode(target.handle), sql: nil)
    }
    var code = SQLITE_OK
    repeat {
      code = sqlite3_backup_step(backup, 1024)
      if code == SQLITE_BUSY || code == SQLITE_LOCKED { usleep(5_000) }
    } while code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw target.error(code, sql: nil) }
  }

  private static func seal(_ path: String) throws {
    let problems = try Store(path: path).integrityProblems()
    guard problems.isEmpty else { throw StoreRefusal.damaged(path: path, problems: problems) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw StoreRefusal.unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
  }
}
