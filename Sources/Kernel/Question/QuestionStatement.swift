internal import Store

/// A statement of a text that holds one or several, each ending in `;`.
struct QuestionStatement {
  /// The statement.
  let sql: String
  /// The line of the text at which it begins, counted from 1.
  let line: Int

  /// The statements of a text; what is blank or a comment between them belongs to none.
  static func all(in text: String) -> [QuestionStatement] {
    let bytes = Array(text.utf8)
    let code = SQLText(text).code
    var statements: [QuestionStatement] = []
    var start = 0
    for end in 0...code.count where end == code.count || code[end] == UInt8(ascii: ";") {
      defer { start = end + 1 }
      // The code has spaces in place of quoted texts, which are no blank.
      let piece = start..<end
      guard let first = piece.first(where: { !SQLText.isSpace(code[$0]) || isQuoted(bytes[$0]) })
      else { continue }
      let line = 1 + bytes[..<first].count { $0 == UInt8(ascii: "\n") }
      statements.append(
        QuestionStatement(sql: String(decoding: bytes[first..<end], as: UTF8.self), line: line))
    }
    // A text of one statement is shown as it was written, with what stands before and behind it.
    return statements.count == 1 ? [QuestionStatement(sql: text, line: 1)] : statements
  }

  private static func isQuoted(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }
}
