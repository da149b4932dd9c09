internal import CSQLite
internal import Glibc

/// An error of SQLite, with what was asked of it.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  /// What an error means to whoever handles it.
  public enum Kind: Sendable, Hashable {
    /// A rule of the tables: a key, a reference, a check or a type.
    case constraint
    /// The policy of the connection refused the statement.
    case denied
    /// A person stopped the statement.
    case interrupted
    /// The statement reached a limit of the policy, or of SQLite.
    case limit
    /// Another program holds the file.
    case busy
    /// The file is damaged, or is no database.
    case damaged
    /// Anything else: a wrong statement, wrong use, a full disk.
    case other
  }

  /// The extended result code (sqlite.org/rescode.html).
  public let code: Int32
  /// What it means to whoever handles it.
  public let kind: Kind
  /// Which limit of the policy was reached; nil for every other error.
  public let limit: ReadLimits.Subject?
  /// What SQLite says.
  public let message: String
  /// The statement; nil when none was running.
  public let sql: String?
  /// The parameters bound to it.
  public let parameters: [Value]
  /// The operating system's own code for it; 0 when there is none.
  let systemCode: Int32
  /// Where in the statement the fault is, in bytes of UTF-8; nil when SQLite cannot say.
  public let offset: Int?

  init(
    code: Int32, limit: ReadLimits.Subject? = nil, message: String, sql: String?,
    parameters: [Value] = [], systemCode: Int32 = 0, offset: Int? = nil
  ) {
    self.code = code
    self.limit = limit
    kind = limit == nil ? StoreError.kind(of: code) : .limit
    self.message = message
    self.sql = sql
    self.parameters = parameters
    self.systemCode = systemCode
    self.offset = offset
  }

  /// The name of the code, such as `SQLITE_CONSTRAINT_UNIQUE`.
  public var name: String { ResultCode.name(of: code) }

  /// Whether a person stopped the statement.
  public var isInterrupted: Bool { kind == .interrupted }

  /// Whether the policy of the connection refused the statement.
  public var isDenied: Bool { kind == .denied }

  /// Name, code, message, statement and parameters.
  public var description: String {
    var lines = ["\(name) (\(code)): \(message)"]
    if let sql { lines.append("  in: \(sql)") }
    if !parameters.isEmpty {
      lines.append("  with: " + parameters.map(\.description).joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  /// Why the file cannot be written, where that is what the error says.
  func refusalToWrite(_ path: String) -> StoreRefusal? {
    switch code & 0xFF {
    case SQLITE_FULL: .full(path: path)
    case SQLITE_READONLY, SQLITE_PERM: .unwritable(path: path, reason: "it is read-only")
    case SQLITE_IOERR where systemCode == ENOSPC: .full(path: path)
    case SQLITE_IOERR where systemCode == 0:
      .unwritable(
        path: path,
        reason: "the system takes no more, as at a limit on the size of files (\(name))")
    case SQLITE_IOERR, SQLITE_CANTOPEN: .unwritable(path: path, reason: message)
    default: nil
    }
  }

  /// Whether a file could not be opened because nothing can be made beside it.
  var isRefusedByFolder: Bool {
    [SQLITE_CANTOPEN, SQLITE_READONLY].contains(code & 0xFF) || systemCode == ENOSPC
  }

  private static func kind(of code: Int32) -> Kind {
    switch code & 0xFF {
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_AUTH: .denied
    case SQLITE_INTERRUPT: .interrupted
    case SQLITE_TOOBIG: .limit
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
    default: .other
    }
  }
}
