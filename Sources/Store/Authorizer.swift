internal import CSQLite

/// A policy as SQLite's callbacks reach it, with what it refused last.
final class Authorizer {
  private let policy: ReadPolicy
  // The virtual tables that SQLite makes on first use; nil when they could not be listed.
  private let modules: Set<String>?
  private var refusal: String?
  // Names read without any column that the policy does not list: table expressions, or tables.
  private var doubts: [String] = []
  private var trustDepth = 0
  private(set) var deadline: Deadline
  private(set) var readNames = ReadNames()

  init(_ policy: ReadPolicy, modules: [String]?) {
    self.policy = policy
    self.modules = modules.map { Set($0.map { $0.lowercased() }) }
    deadline = Deadline(seconds: policy.limits.seconds)
  }

  /// The rows that a statement may give; nil without a limit, and inside a table function.
  var rowLimit: Int? { isTrusting ? nil : policy.limits.rows }

  /// Whether a table function is reading for its own account.
  var isTrusting: Bool { trustDepth > 0 }

  /// Runs the program's own code, a table function, which may read every table.
  func trusting<T>(_ body: () throws -> T) rethrows -> T {
    trustDepth += 1
    defer { trustDepth -= 1 }
    return try body()
  }

  func beginStatement() {
    guard !isTrusting else { return }
    refusal = nil
    doubts = []
  }

  func beginRun() {
    guard !isTrusting else { return }
    deadline = Deadline(seconds: policy.limits.seconds)
  }

  func decide(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
    if action == SQLITE_READ { readNames.note(first ?? "", byFunction: isTrusting) }
    if isTrusting { return SQLITE_OK }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ: return decideRead(table: first ?? "", column: second ?? "")
    case SQLITE_FUNCTION:
      let name = second ?? ""
      if policy.functions.contains(name.lowercased()) { return SQLITE_OK }
      return refuse("function '\(name)' is not open to questions")
    default:
      return refuse(
        "only reading is allowed: \(Authorizer.names[action] ?? "this statement") is refused")
    }
  }

  private func decideRead(table: String, column: String) -> Int32 {
    let name = table.lowercased()
    // SQLite reports a source of which no column is used, as in `count(*)`, with an empty column
    // and by the name that the statement wrote: a table, or an expression of the statement itself.
    guard policy.tables.contains(name) else {
      let isReserved =
        modules?.contains(name) ?? true || name.hasPrefix("sqlite_") || name.hasPrefix("pragma_")
      guard column.isEmpty, !isReserved else { return refuseTable(table) }
      doubts.append(table)
      return SQLITE_OK
    }
    guard let open = policy.columns[name], !column.isEmpty, !open.contains(column.lowercased())
    else { return SQLITE_OK }
    return refuse("column '\(column)' of table '\(table)' is not open to questions")
  }

  private func refuseTable(_ table: String) -> Int32 {
    refuse("table '\(table)' is not open to questions")
  }

  private func refuse(_ reason: String) -> Int32 {
    refusal = refusal ?? reason
    return SQLITE_DENY
  }

  /// Refuses a prepared statement that reads a table by a name taken for its own expression.
  func settleDoubts(on handle: OpaquePointer) -> Bool {
    for name in doubts
    where sqlite3_table_column_metadata(handle, nil, name, nil, nil, nil, nil, nil, nil)
      == SQLITE_OK
    {
      _ = refuseTable(name)
      return false
    }
    return true
  }

  /// The error as the policy explains it; nil when the policy had no part in it.
  func explain(_ code: Int32, sql: String?, parameters: [Value]) -> StoreError? {
    defer { refusal = nil }
    let primary = code & 0xFF
    if primary == SQLITE_INTERRUPT, deadline.hasPassed, let seconds = policy.limits.seconds {
      return StoreError(
        code: code, kind: .limit,
        message: "stopped after \(seconds) seconds, the limit for a question", sql: sql,
        parameters: parameters)
    }
    // A virtual table of SQLite itself reports a refusal as its own failure.
    guard primary == SQLITE_AUTH || primary == SQLITE_ERROR, let refusal else { return nil }
    return StoreError(
      code: SQLITE_AUTH, message: refusal, sql: sql, parameters: parameters)
  }

  private static let names: [Int32: String] = [
    SQLITE_INSERT: "INSERT", SQLITE_UPDATE: "UPDATE", SQLITE_DELETE: "DELETE",
    SQLITE_PRAGMA: "PRAGMA", SQLITE_ATTACH: "ATTACH", SQLITE_DETACH: "DETACH",
    SQLITE_TRANSACTION: "transaction control", SQLITE_SAVEPOINT: "SAVEPOINT",
    SQLITE_CREATE_TABLE: "CREATE TABLE", SQLITE_CREATE_TEMP_TABLE: "CREATE TEMP TABLE",
    SQLITE_CREATE_VIEW: "CREATE VIEW", SQLITE_CREATE_TEMP_VIEW: "CREATE TEMP VIEW",
    SQLITE_CREATE_INDEX: "CREATE INDEX", SQLITE_CREATE_TRIGGER: "CREATE TRIGGER",
    SQLITE_CREATE_VTABLE: "CREATE VIRTUAL TABLE", SQLITE_DROP_TABLE: "DROP TABLE",
    SQLITE_DROP_TRIGGER: "DROP TRIGGER", SQLITE_ALTER_TABLE: "ALTER TABLE",
    SQLITE_REINDEX: "REINDEX", SQLITE_ANALYZE: "ANALYZE",
  ]
}
