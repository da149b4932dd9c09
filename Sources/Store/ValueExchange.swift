internal import CSQLite

// How values pass between SQLite's functions and the program's.
extension Value {
  /// Copies an argument of a function.
  init(_ argument: OpaquePointer?) {
    switch sqlite3_value_type(argument) {
    case SQLITE_INTEGER: self = .integer(sqlite3_value_int64(argument))
    case SQLITE_FLOAT: self = .real(sqlite3_value_double(argument))
    case SQLITE_TEXT:
      // The text comes before its length: asking for it may convert it.
      let bytes = sqlite3_value_text(argument)
      let count = Int(sqlite3_value_bytes(argument))
      let buffer = UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
      self = .text(String(decoding: buffer, as: UTF8.self))
    case SQLITE_BLOB:
      let bytes = sqlite3_value_blob(argument)
      let count = Int(sqlite3_value_bytes(argument))
      self = .blob(Array(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)))
    default: self = .null
    }
  }

  /// Makes the value the result of a function or of a column of a virtual table.
  func give(to context: OpaquePointer?) {
    switch self {
    case .null: sqlite3_result_null(context)
    case .integer(let number): sqlite3_result_int64(context, number)
    case .real(let number): sqlite3_result_double(context, number)
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          // A null pointer would mean NULL in place of an empty text.
          guard let start = characters.baseAddress else {
            return tower_result_text(context, "", 0)
          }
          tower_result_text(context, start, UInt64(characters.count))
        }
      }
    case .blob(let bytes):
      bytes.withUnsafeBytes { buffer in
        guard !buffer.isEmpty else { return sqlite3_result_zeroblob(context, 0) }
        tower_result_blob(context, buffer.baseAddress, UInt64(buffer.count))
      }
    }
  }
}

/// A function's arguments, copied.
func values(_ count: Int32, _ arguments: UnsafeMutablePointer<OpaquePointer?>?) -> [Value] {
  (0..<Int(count)).map { Value(arguments?[$0]) }
}
