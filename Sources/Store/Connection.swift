internal import CSQLite
internal import Glibc

/// A connection to a store; it belongs to one thread at a time.
public final class Connection {
  /// What a connection may do.
  public enum Mode: Sendable {
    case readOnly
    case readWrite
    /// Like `readWrite`, and the file is made when it is not there.
    case create
  }

  let handle: OpaquePointer
  var authorizer: Authorizer?
  // Why a table function could not be planned; SQLite itself says only "no query solution".
  var planFault: String?

  /// Stops the statement that is running; any thread may ask for it.
  public let interruptHandle: InterruptHandle

  /// Opens a file.
  ///
  /// - Throws: `StoreError` when it cannot be opened or is not a database.
  public init(path: String, mode: Mode) throws {
    let flags =
      switch mode {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw StoreError(code: code, message: "\(path): \(message)", sql: nil)
    }
    handle = opened
    interruptHandle = InterruptHandle(opened)
    sqlite3_busy_timeout(handle, 10_000)
    tower_refuse_trusted_schema(handle)
    tower_defend(handle)
    tower_refuse_quoted_texts(handle)
    // Debian's build keeps 2 MB of cache; a query over a year of flows wants more. None of these
    // is kept in the file, so every connection sets them.
    try executeScript(
      """
      PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
      PRAGMA mmap_size = 268435456; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;
      """)
  }

  deinit {
    interruptHandle.forget()
    sqlite3_close_v2(handle)
  }

  /// Runs a statement to its end and says how many rows it changed.
  @discardableResult
  public func execute(_ sql: String, _ parameters: [Value] = []) throws -> Int {
    let statement = try prepare(sql)
    let before = sqlite3_total_changes64(handle)
    try statement.run(parameters)
    // A statement that changes no row leaves the count of the one before it.
    return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
  }

  /// Runs several statements without parameters.
  public func executeScript(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
  }

  /// All rows of a query.
  public func rows(_ sql: String, _ parameters: [Value] = []) throws -> [[Value]] {
    var rows: [[Value]] = []
    try forEachRow(sql, parameters) { rows.append($0.values) }
    return rows
  }

  /// The first row of a query, or nil when it has none.
  public func first(_ sql: String, _ parameters: [Value] = []) throws -> [Value]? {
    let statement = try prepare(sql)
    try statement.bind(parameters)
    return try statement.step() ? statement.values : nil
  }

  /// Gives each row of a query to a closure, without keeping them.
  public func forEachRow(
    _ sql: String, _ parameters: [Value] = [], _ body: (Statement) throws -> Void
  ) throws {
    let statement = try prepare(sql)
    try statement.bind(parameters)
    while try statement.step() { try body(statement) }
  }

  /// The names of the columns that a query would give; the query is not run.
  public func columns(of sql: String) throws -> [String] {
    try prepare(sql).columnNames
  }

  /// Prepares a statement for several runs.
  public func prepare(_ sql: String) throws -> Statement {
    planFault = nil
    return try Statement(sql, on: self)
  }

  func error(_ code: Int32, sql: String?, parameters: [Value] = []) -> StoreError {
    var said = String(cString: sqlite3_errmsg(handle))
    // SQLite keeps it for these alone.
    let hasSystemCode = [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xFF)
    let systemCode = hasSystemCode ? sqlite3_system_errno(handle) : 0
    if systemCode != 0 { said += " (\(String(cString: strerror(systemCode))))" }
    let isPlanFault = said == "no query solution"
    let offset = Int(sqlite3_error_offset(handle))
    return authorizer?.explain(code, said, sql: sql, parameters: parameters)
      ?? StoreError(
        code: code, message: isPlanFault ? planFault ?? said : said, sql: sql,
        parameters: parameters, systemCode: systemCode,
        offset: offset < 0 || isPlanFault ? nil : offset)
  }
}
