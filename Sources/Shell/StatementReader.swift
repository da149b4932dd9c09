internal import Store

/// Gathers lines into SQL statements, each of which ends in `;`.
struct StatementReader {
  private var text: [UInt8] = []
  private var place = SQLPlace()
  private var hasCode = false

  /// Whether nothing waits for its end.
  var isEmpty: Bool { text.isEmpty }

  /// Takes a line, without its line feed, and gives the statements that it ends.
  mutating func take(_ line: String) -> [String] {
    var finished: [String] = []
    for byte in line.utf8 {
      if !finished.isEmpty, text.isEmpty, SQLText.isSpace(byte) { continue }
      text.append(byte)
      guard place.advance(over: byte), byte == UInt8(ascii: ";") else { continue }
      let statement = String(decoding: text, as: UTF8.self)
      // A `;` alone, or behind a comment, ends nothing.
      if !SQLText(String(statement.dropLast())).isBlank { finished.append(statement) }
      text = []
      hasCode = false
    }
    endLine()
    return finished
  }

  /// Forgets what waits for its end, and gives it.
  mutating func dropRest() -> String {
    defer { self = StatementReader() }
    return String(decoding: text, as: UTF8.self)
  }

  /// What waits for its end, for completion.
  var rest: String { String(decoding: text, as: UTF8.self) }

  private mutating func endLine() {
    _ = place.advance(over: UInt8(ascii: "\n"))
    text.append(UInt8(ascii: "\n"))
    guard !hasCode, !place.isOpen else { return }
    hasCode = !SQLText(rest).isBlank
    // Comments and spaces between statements belong to none.
    if !hasCode { text = [] }
  }
}
