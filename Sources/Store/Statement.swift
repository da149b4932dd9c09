internal import CSQLite

/// A prepared statement: bind, step, read; it can be run again.
public final class Statement {
  private let connection: Connection
  private let handle: OpaquePointer
  private let sql: String
  private var bound: [Value] = []

  init(_ sql: String, on connection: Connection) throws {
    var prepared: OpaquePointer?
    var rest: UnsafePointer<CChar>?
    let code = sql.withCString { text -> Int32 in
      let code = sqlite3_prepare_v2(connection.handle, text, -1, &prepared, &rest)
      // A second statement behind the first would be dropped without a word.
      if code == SQLITE_OK, let rest,
        !String(cString: rest).allSatisfy({ $0.isWhitespace || $0 == ";" })
      {
        return SQLITE_MISUSE
      }
      return code
    }
    guard code == SQLITE_OK, let prepared else {
      sqlite3_finalize(prepared)
      if code == SQLITE_MISUSE || code == SQLITE_OK {
        throw StoreError(
          code: SQLITE_MISUSE, message: "one statement is expected", sql: sql, parameters: [])
      }
      throw connection.error(code, sql: sql)
    }
    self.connection = connection
    self.sql = sql
    handle = prepared
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Binds all parameters, in their order, for a new run.
  public func bind(_ parameters: [Value]) throws {
    sqlite3_reset(handle)
    let expected = Int(sqlite3_bind_parameter_count(handle))
    guard parameters.count == expected else {
      throw StoreError(
        code: SQLITE_RANGE, message: "\(expected) parameters expected, \(parameters.count) given",
        sql: sql, parameters: parameters)
    }
    bound = parameters
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
    let code = sqlite3_step(handle)
    guard code != SQLITE_ROW else { return true }
    guard code == SQLITE_DONE else {
      let error = connection.error(code, sql: sql, parameters: bound)
      sqlite3_reset(handle)
      throw error
    }
    return false
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
            handle, index, characters.baseAddress ?? emptyText, Int32(characters.count))
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { buffer in
        buffer.isEmpty
          ? sqlite3_bind_zeroblob(handle, index, 0)
          : tower_bind_blob(handle, index, buffer.baseAddress, Int32(buffer.count))
      }
    }
  }

  // A null pointer would bind NULL in place of an empty text.
  private var emptyText: UnsafePointer<CChar> { UnsafePointer(sqlite3_sql(handle)) }
}
