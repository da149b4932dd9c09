internal import CSQLite

/// Functions on texts whose time grows with the length of their arguments, and no faster.
///
/// SQLite's own `instr`, `replace` and `trim` take the product of the lengths within one step of its
/// machine, where no deadline and no interruption is heard: minutes for texts of half a megabyte.
/// These answer as they do (sqlite.org/lang_corefunc.html).
enum BoundedText {
  private typealias Function =
    @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

  /// Puts them in place of SQLite's own.
  static func register(on handle: OpaquePointer) {
    let functions: [(name: String, counts: ClosedRange<Int32>, Function)] = [
      ("instr", 2...2, position), ("replace", 3...3, replaced),
      ("trim", 1...2, trimmed), ("ltrim", 1...2, trimmedBefore), ("rtrim", 1...2, trimmedBehind),
    ]
    for (name, counts, function) in functions {
      for count in counts {
        sqlite3_create_function_v2(
          handle, name, count, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nil, function,
          nil, nil, nil)
      }
    }
  }

  private static let position: Function = { context, _, arguments in
    guard let text = bytes(arguments?[0]), let part = bytes(arguments?[1]) else {
      return sqlite3_result_null(context)
    }
    guard !part.isEmpty else { return sqlite3_result_int64(context, 1) }
    guard let offset = offset(of: part, in: text[...]) else {
      return sqlite3_result_int64(context, 0)
    }
    let areBlobs =
      sqlite3_value_type(arguments?[0]) == SQLITE_BLOB
      && sqlite3_value_type(arguments?[1]) == SQLITE_BLOB
    // Every byte begins a character but those that follow in one of UTF-8.
    let before = areBlobs ? offset : text[..<offset].count { $0 & 0xC0 != 0x80 }
    sqlite3_result_int64(context, Int64(before + 1))
  }

  private static let replaced: Function = { context, _, arguments in
    guard let text = bytes(arguments?[0]), let part = bytes(arguments?[1]),
      let replacement = bytes(arguments?[2])
    else { return sqlite3_result_null(context) }
    guard !part.isEmpty else { return give(text[...], to: context) }
    let limit = sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1)
    var made: [UInt8] = []
    var rest = text[...]
    while let offset = offset(of: part, in: rest) {
      made += rest[..<offset]
      made += replacement
      rest = rest[(offset + part.count)...]
      guard made.count <= Int(limit) else { return sqlite3_result_error_toobig(context) }
    }
    made += rest
    give(made[...], to: context)
  }

  private static let trimmed: Function = { context, count, arguments in
    BoundedText.give(
      BoundedText.trim(count, arguments, leading: true, trailing: true), to: context)
  }

  private static let trimmedBefore: Function = { context, count, arguments in
    BoundedText.give(
      BoundedText.trim(count, arguments, leading: true, trailing: false), to: context)
  }

  private static let trimmedBehind: Function = { context, count, arguments in
    BoundedText.give(
      BoundedText.trim(count, arguments, leading: false, trailing: true), to: context)
  }

  private static func trim(
    _ count: Int32, _ arguments: UnsafeMutablePointer<OpaquePointer?>?, leading: Bool,
    trailing: Bool
  ) -> ArraySlice<UInt8>? {
    guard let text = bytes(arguments?[0]) else { return nil }
    guard let removed = count == 2 ? bytes(arguments?[1]) : [UInt8(ascii: " ")] else { return nil }
    let characters = Set(String(decoding: removed, as: UTF8.self).unicodeScalars)
    var rest = String(decoding: text, as: UTF8.self).unicodeScalars[...]
    if leading { rest = rest.drop { characters.contains($0) } }
    while trailing, let last = rest.last, characters.contains(last) { rest.removeLast() }
    return Array(String(rest).utf8)[...]
  }

  /// Where a part begins; the search of the C library is linear in both.
  private static func offset(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBytes { text -> Int? in
      part.withUnsafeBytes { part -> Int? in
        guard let start = text.baseAddress, let wanted = part.baseAddress,
          let found = tower_find(start, text.count, wanted, part.count)
        else { return nil }
        return found - start
      }
    }.map { $0 + text.startIndex }
  }

  /// The bytes of an argument as SQL's text functions take it; nil for null.
  private static func bytes(_ value: OpaquePointer?) -> [UInt8]? {
    guard sqlite3_value_type(value) != SQLITE_NULL else { return nil }
    let isBlob = sqlite3_value_type(value) == SQLITE_BLOB
    let start =
      isBlob ? sqlite3_value_blob(value) : sqlite3_value_text(value).map { UnsafeRawPointer($0) }
    let count = Int(sqlite3_value_bytes(value))
    return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private static func give(_ bytes: ArraySlice<UInt8>?, to context: OpaquePointer?) {
    guard let bytes else { return sqlite3_result_null(context) }
    Value.text(String(decoding: bytes, as: UTF8.self)).give(to: context)
  }
}
