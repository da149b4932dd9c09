/// What a statement may read: declared tables and functions, and nothing else.
///
/// The names are those of base tables, as SQLite's authorizer reports them after views and common
/// table expressions are resolved; a name that a statement invents never opens a table.
public struct ReadPolicy: Sendable {
  /// The tables and table functions that may be read.
  public let tables: Set<String>
  /// The columns that may be read of a table; all of them where a table is not named here.
  public let columns: [String: Set<String>]
  /// The columns whose reading a statement reports, by table: those of people's data.
  public let noted: [String: Set<String>]
  /// Why a table, or a column as `table.column`, is closed and what opens it.
  ///
  /// Of a table it is a sentence, of a column what follows its name. What is not here and not open is
  /// not open to questions at all.
  public let reasons: [String: String]
  /// The scalar and aggregate functions that may be called.
  public let functions: Set<String>
  /// How long a statement may run and how much it may take.
  public let limits: ReadLimits

  /// Makes a policy; safe functions of SQLite itself are always allowed.
  public init(
    tables: Set<String>, columns: [String: Set<String>] = [:], noted: [String: Set<String>] = [:],
    reasons: [String: String] = [:], functions: Set<String> = [], limits: ReadLimits = ReadLimits()
  ) {
    self.tables = Set(tables.map { $0.lowercased() })
    self.columns = ReadPolicy.lowered(columns)
    self.noted = ReadPolicy.lowered(noted)
    self.reasons = Dictionary(reasons.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    self.functions = Set(functions.map { $0.lowercased() }).union(ReadPolicy.safeFunctions)
    self.limits = limits
  }

  /// Whether some columns of a table are closed, or their reading is reported.
  func isSelective(_ table: String) -> Bool { columns[table] != nil || noted[table] != nil }

  private static func lowered(_ columns: [String: Set<String>]) -> [String: Set<String>] {
    Dictionary(
      columns.map { ($0.key.lowercased(), Set($0.value.map { $0.lowercased() })) },
      uniquingKeysWith: { $0.intersection($1) })
  }

  /// Functions of SQLite that read no file, load no code and reveal nothing of the connection.
  public static let safeFunctions: Set<String> = [
    "abs", "acos", "asin", "atan", "atan2", "avg", "ceil", "ceiling", "char", "coalesce", "cos",
    "count", "cume_dist", "date", "datetime", "degrees", "dense_rank", "exp", "first_value",
    "floor", "format", "glob", "group_concat", "hex", "ifnull", "iif", "instr", "json",
    "json_array", "json_array_length", "json_extract", "json_group_array", "json_group_object",
    "json_object", "json_quote", "json_type", "json_valid", "julianday", "lag", "last_value",
    "lead", "length", "like", "ln", "log", "log10", "log2", "lower", "ltrim", "max", "min", "mod",
    "nth_value", "ntile", "nullif", "percent_rank", "pi", "pow", "power", "printf", "quote",
    "radians", "rank", "replace", "round", "row_number", "rtrim", "sign", "sin", "sqrt",
    "strftime", "substr", "substring", "sum", "tan", "time", "total", "trim", "trunc", "typeof",
    "unicode", "unixepoch", "upper", "->", "->>",
  ]
}
