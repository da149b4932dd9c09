internal import CSQLite

/// What a statement may read: declared tables and functions, and nothing else.
///
/// The names are those of base tables, as SQLite's authorizer reports them after views and common
/// table expressions are resolved; a name that a statement invents never opens a table.
public struct ReadPolicy: Sendable {
  /// The tables and table functions that may be read.
  public let tables: Set<String>
  /// The scalar and aggregate functions that may be called.
  public let functions: Set<String>

  /// Makes a policy; safe functions of SQLite itself are always allowed.
  public init(tables: Set<String>, functions: Set<String> = []) {
    self.tables = Set(tables.map { $0.lowercased() })
    self.functions = Set(functions.map { $0.lowercased() }).union(ReadPolicy.safeFunctions)
  }

  // Functions that read no file, load no code and reveal nothing of the connection.
  private static let safeFunctions: Set<String> = [
    "abs", "avg", "ceil", "ceiling", "char", "coalesce", "count", "cume_dist", "date", "dense_rank",
    "exp", "first_value", "floor", "format", "glob", "group_concat", "hex", "ifnull", "iif",
    "instr", "json", "json_array", "json_array_length", "json_extract", "json_group_array",
    "json_group_object", "json_object", "json_type", "json_valid", "julianday", "lag", "last_value",
    "lead", "length", "like", "ln", "log", "log10", "log2", "lower", "ltrim", "max", "min", "mod",
    "nth_value", "ntile", "nullif", "percent_rank", "pow", "power", "printf", "quote", "rank",
    "replace", "round", "row_number", "rtrim", "sign", "sqrt", "strftime", "substr", "substring",
    "sum", "time", "total", "trim", "trunc", "typeof", "unicode", "unixepoch", "upper", "->", "->>",
  ]
}

/// The policy as the authorizer's callback reaches it, with the refusal it gave last.
final class ReadPolicyBox {
  let policy: ReadPolicy
  var lastRefusal: String?

  init(_ policy: ReadPolicy) { self.policy = policy }

  func decide(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ:
      let table = first ?? ""
      // A query without columns (`count(*)`) reads the empty column of its table.
      if policy.tables.contains(table.lowercased()) { return SQLITE_OK }
      return refuse("table '\(table)' is not open to questions")
    case SQLITE_FUNCTION:
      let name = second ?? ""
      if policy.functions.contains(name.lowercased()) { return SQLITE_OK }
      return refuse("function '\(name)' is not open to questions")
    default:
      return refuse(
        "only reading is allowed: \(ReadPolicyBox.names[action] ?? "this statement") is refused")
    }
  }

  private func refuse(_ reason: String) -> Int32 {
    lastRefusal = lastRefusal ?? reason
    return SQLITE_DENY
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

extension Connection {
  /// Limits every later statement to what a policy allows; there is no way back.
  public func restrict(to policy: ReadPolicy) {
    let box = ReadPolicyBox(policy)
    self.policy = box
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let box = Unmanaged<ReadPolicyBox>.fromOpaque(context).takeUnretainedValue()
        return box.decide(
          action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
      }, Unmanaged.passUnretained(box).toOpaque())
  }
}
