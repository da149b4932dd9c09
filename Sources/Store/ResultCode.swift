internal import CSQLite

/// The names of SQLite's result codes (sqlite.org/rescode.html), which the library itself does not
/// give: `sqlite3_errstr` answers with a sentence that several codes share.
enum ResultCode {
  /// The name of an extended code; of its primary code when the extended one has none.
  static func name(of code: Int32) -> String {
    guard let primary = primaries[code & 0xFF] else { return "SQLITE_\(code)" }
    let detail = details[code & 0xFF]?[code >> 8]
    return (["SQLITE", primary] + (detail.map { [$0] } ?? [])).joined(separator: "_")
  }

  private static let primaries: [Int32: String] = [
    SQLITE_OK: "OK", SQLITE_ERROR: "ERROR", SQLITE_INTERNAL: "INTERNAL", SQLITE_PERM: "PERM",
    SQLITE_ABORT: "ABORT", SQLITE_BUSY: "BUSY", SQLITE_LOCKED: "LOCKED", SQLITE_NOMEM: "NOMEM",
    SQLITE_READONLY: "READONLY", SQLITE_INTERRUPT: "INTERRUPT", SQLITE_IOERR: "IOERR",
    SQLITE_CORRUPT: "CORRUPT", SQLITE_NOTFOUND: "NOTFOUND", SQLITE_FULL: "FULL",
    SQLITE_CANTOPEN: "CANTOPEN", SQLITE_PROTOCOL: "PROTOCOL", SQLITE_SCHEMA: "SCHEMA",
    SQLITE_TOOBIG: "TOOBIG", SQLITE_CONSTRAINT: "CONSTRAINT", SQLITE_MISMATCH: "MISMATCH",
    SQLITE_MISUSE: "MISUSE", SQLITE_AUTH: "AUTH", SQLITE_RANGE: "RANGE", SQLITE_NOTADB: "NOTADB",
  ]

  private static let details: [Int32: [Int32: String]] = [
    SQLITE_ABORT: [2: "ROLLBACK"],
    SQLITE_BUSY: [1: "RECOVERY", 2: "SNAPSHOT", 3: "TIMEOUT"],
    SQLITE_CANTOPEN: [
      1: "NOTEMPDIR", 2: "ISDIR", 3: "FULLPATH", 4: "CONVPATH", 5: "DIRTYWAL", 6: "SYMLINK",
    ],
    SQLITE_CONSTRAINT: [
      1: "CHECK", 2: "COMMITHOOK", 3: "FOREIGNKEY", 4: "FUNCTION", 5: "NOTNULL", 6: "PRIMARYKEY",
      7: "TRIGGER", 8: "UNIQUE", 9: "VTAB", 10: "ROWID", 11: "PINNED", 12: "DATATYPE",
    ],
    SQLITE_CORRUPT: [1: "VTAB", 2: "SEQUENCE", 3: "INDEX"],
    SQLITE_ERROR: [1: "MISSING_COLLSEQ", 2: "RETRY", 3: "SNAPSHOT"],
    SQLITE_IOERR: [
      1: "READ", 2: "SHORT_READ", 3: "WRITE", 4: "FSYNC", 5: "DIR_FSYNC", 6: "TRUNCATE",
      7: "FSTAT", 8: "UNLOCK", 9: "RDLOCK", 10: "DELETE", 12: "NOMEM", 13: "ACCESS",
      14: "CHECKRESERVEDLOCK", 15: "LOCK", 16: "CLOSE", 17: "DIR_CLOSE", 18: "SHMOPEN",
      19: "SHMSIZE", 20: "SHMLOCK", 21: "SHMMAP", 22: "SEEK", 23: "DELETE_NOENT", 24: "MMAP",
      25: "GETTEMPPATH", 26: "CONVPATH", 32: "DATA", 33: "CORRUPTFS",
    ],
    SQLITE_LOCKED: [1: "SHAREDCACHE", 2: "VTAB"],
    SQLITE_READONLY: [
      1: "RECOVERY", 2: "CANTLOCK", 3: "ROLLBACK", 4: "DBMOVED", 5: "CANTINIT", 6: "DIRECTORY",
    ],
  ]
}
