internal import CSQLite

/// An error of SQLite, with what was asked of it.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  /// The extended result code (sqlite.org/rescode.html).
  public let code: Int32
  /// What SQLite says.
  public let message: String
  /// The statement; nil when none was running.
  public let sql: String?
  /// The parameters bound to it.
  public let parameters: [Value]

  /// What the code means, in SQLite's words.
  public var meaning: String { String(cString: sqlite3_errstr(code)) }

  /// Whether a limit or a person stopped the statement.
  public var isInterrupted: Bool { code & 0xFF == SQLITE_INTERRUPT }

  /// Whether the authorizer refused the statement.
  public var isDenied: Bool { code & 0xFF == SQLITE_AUTH }

  /// Code, message, statement and parameters, each on its line.
  public var description: String {
    var lines = ["SQLite \(code) (\(meaning)): \(message)"]
    if let sql { lines.append("  in: \(sql)") }
    if !parameters.isEmpty {
      lines.append("  with: " + parameters.map { "\($0)" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }
}

/// Why a file is not opened as a store, or an act on it is not done.
public enum StoreRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  case missing(path: String)
  case networkFileSystem(path: String, kind: String)
  case notAStore(path: String)
  case newerMigration(path: String, module: String, number: Int)
  case editedMigration(path: String, module: String, number: Int, name: String)
  case unappliedMigration(path: String, module: String, name: String)
  case exists(path: String)
  case damaged(path: String, problems: [String])
  case unreadable(path: String, reason: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .missing(let path): "there is no store at \(path)"
    case .networkFileSystem(let path, let kind):
      "\(path) is on a network file system (\(kind)), where file locks cannot be trusted; "
        + "keep the store on a local disk"
    case .notAStore(let path): "\(path) is a file, but not a store of the tower"
    case .newerMigration(let path, let module, let number):
      "\(path) was written by a newer version: module '\(module)' has migration \(number), "
        + "which this version does not know"
    case .editedMigration(let path, let module, let number, let name):
      "migration \(number) ('\(name)') of module '\(module)' is not the one that made \(path); "
        + "a migration is never edited, a new one is added"
    case .unappliedMigration(let path, let module, let name):
      "\(path) was made by an older version: migration '\(name)' of module '\(module)' is not "
        + "applied; run 'tower store init'"
    case .exists(let path): "\(path) is there already; nothing is overwritten"
    case .damaged(let path, let problems):
      "\(path) is damaged: " + problems.prefix(3).joined(separator: "; ")
    case .unreadable(let path, let reason): "\(path) cannot be opened: \(reason)"
    }
  }
}
