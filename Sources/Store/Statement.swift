internal import CSQLite

/// A prepared statement: bind, step, read; it can be run again.
public final class Statement {
  private let connection: Connection
  private let handle: OpaquePointer
  private let sql: String
  private var bound: [Value] = []
  private var given = 0
  private var givenBytes = 0
  /// The columns that it reads of those whose reading the policy wants reported, as `table.column`.
  public let notedColumns: [String]

  init(_ sql: String, on connection: Connection) throws {
    connection.authorizer?.openSizes()
    connection.authorizer?.beginStatement()
    let compile = { Statement.compile(sql, on: connection.handle) }
    let (code, prepared, isAlone) = connection.authorizer?.compiling(sql, compile) ?? compile()
    guard code == SQLITE_OK else { throw connection.error(code, sql: sql) }
    guard let prepared, isAlone else {
      sqlite3_finalize(prepared)
      throw StoreError(code: SQLITE_MISUSE, message: "one statement is expected", sql: sql)
    }
    if let authorizer = connection.authorizer, !authorizer.isTrusting, !authorizer.settle(sql) {
      sqlite3_finalize(prepared)
      throw connection.error(SQLITE_AUTH, sql: sql)
    }
    self.connection = connection
    self.sql = sql
    notedColumns = connection.authorizer?.notedColumns ?? []
    handle = prepared
  }

  // A second statement behind the first would be dropped without a word; a comment may follow.
  private static func compile(_ sql: String, on connection: OpaquePointer)
    -> (code: Int32, statement: OpaquePointer?, isAlone: Bool)
  {
    sql.withCString { text in
      var prepared: OpaquePointer?
      var rest: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(connection, text, -1, &prepared, &rest)
      guard code == SQLITE_OK, let rest, rest.pointee != 0 else { return (code, prepared, true) }
      var second: OpaquePointer?
      let isAlone = sqlite3_prepare_v2(connection, rest, -1, &second, nil) == SQLITE_OK
      sqlite3_finalize(second)
      return (code, prepared, isAlone && second == nil)
    }
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Binds all parameters, in their order, for a new run.
  public func bind(_ parameters: [Value]) throws {
    connection.authorizer?.openSizes()
    sqlite3_reset(handle)
    let expected = Int(sqlite3_bind_parameter_count(handle))
    guard parameters.count == expected else {
      throw StoreError(
        code: SQLITE_RANGE, message: "\(expected) parameters expected, \(parameters.count) given",
        sql: sql, parameters: parameters)
    }
    bound = parameters
    given = 0
    givenBytes = 0
    for (position, value) in parameters.enumerated() {
      let code = bind(value, at: Int32(position + 1))
      guard code == SQLITE_OK else { throw connection.error(code, sql: sql, parameters: bound) }
    }
  }

  /// Runs the statement to its end.
  public func run(_ parameters: [Value] = []) throws {
    try bind(parameters)
    while try step() {}
    sqlite3_reset(handle)
  }

  /// Goes to the next row; false at the end.
  public func step() throws -> Bool {
    connection.authorizer?.openSizes()
    if given == 0 { connection.authorizer?.beginRun() }
    guard !connection.interruptHandle.takeRequest() else {
      sqlite3_reset(handle)
      throw StoreError(
        code: SQLITE_INTERRUPT, message: "interrupted", sql: sql, parameters: bound)
    }
    let code = sqlite3_step(handle)
    guard code != SQLITE_ROW else {
      try refuseTooMuch()
      return true
    }
    guard code == SQLITE_DONE else {
      let error = connection.error(code, sql: sql, parameters: bound)
      if error.isInterrupted { _ = connection.interruptHandle.takeRequest() }
      sqlite3_reset(handle)
      throw error
    }
    return false
  }

  private func refuseTooMuch() throws {
    given += 1
    guard let authorizer = connection.authorizer, !authorizer.isTrusting else { return }
    for column in 0..<Int32(columnCount) {
      let kind = sqlite3_column_type(handle, column)
      // Asking a number for its bytes would make a text of it.
      guard kind == SQLITE_TEXT || kind == SQLITE_BLOB else { continue }
      givenBytes += Int(sqlite3_column_bytes(handle, column))
    }
    guard let limit = authorizer.limit(passedBy: given, givenBytes) else { return }
    sqlite3_reset(handle)
    throw StoreError(
      code: SQLITE_TOOBIG, limit: limit, message: authorizer.policy.limits.message(limit), sql: sql,
      parameters: bound)
  }

  /// The names of its parameters with the sign before them, in their order; nil for one without.
  public var parameterNames: [String?] {
    (0..<sqlite3_bind_parameter_count(handle)).map { index in
      sqlite3_bind_parameter_name(handle, index + 1).map { String(cString: $0) }
    }
  }

  /// The number of columns of a row.
  public var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// The names of the columns.
  public var columnNames: [String] {
    (0..<Int32(columnCount)).map { String(cString: sqlite3_column_name(handle, $0)) }
  }

  /// All values of the row.
  public var values: [Value] { (0..<columnCount).map(value) }

  /// The value of a column.
  public func value(_ column: Int) -> Value {
    let index = Int32(column)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
    case SQLITE_TEXT: return .text(text(column))
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(handle, index), count: Int(sqlite3_column_bytes(handle, index)))
      return .blob(Array(bytes))
    default: return .null
    }
  }

  /// The value of a column without a copy of its bytes, which are good until the next step.
  public func cell(_ column: Int) -> Cell {
    let index = Int32(column)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(handle, index)
      return .text(
        UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, index)?.assumingMemoryBound(to: UInt8.self)
      return .blob(
        UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
    default: return .null
    }
  }

  /// The table and the column that a column of the answer is taken from as it is; nil for an expression.
  public func origin(of column: Int) -> (table: String, column: String)? {
    guard let table = sqlite3_column_table_name(handle, Int32(column)),
      let name = sqlite3_column_origin_name(handle, Int32(column))
    else { return nil }
    return (String(cString: table), String(cString: name))
  }

  /// Whether a column is null.
  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// A column as a whole number, by SQLite's conversion.
  public func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// A column as a number, by SQLite's conversion.
  public func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  /// A column as text, by SQLite's conversion.
  public func text(_ column: Int) -> String {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let number): return sqlite3_bind_int64(handle, index, number)
    case .real(let number): return sqlite3_bind_double(handle, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          tower_bind_text(
            handle, index, characters.baseAddress ?? emptyText, UInt64(characters.count))
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { buffer in
        buffer.isEmpty
          ? sqlite3_bind_zeroblob(handle, index, 0)
          : tower_bind_blob(handle, index, buffer.baseAddress, UInt64(buffer.count))
      }
    }
  }

  // A null pointer would bind NULL in place of an empty text.
  private var emptyText: UnsafePointer<CChar> { UnsafePointer(sqlite3_sql(handle)) }
}
