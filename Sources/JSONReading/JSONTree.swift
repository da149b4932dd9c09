/// A JSON value as a whole, for small texts; numbers stay as they are written.
public indirect enum JSONTree: Sendable, Hashable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])

  /// Reads a whole text.
  ///
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - line: the line of the file on which it begins.
  /// - Throws: `JSONFault` at the first place that is not JSON.
  public init(_ bytes: [UInt8], line: Int = 1) throws(JSONFault) {
    var scanner = JSONScanner(bytes, line: line)
    self = try JSONTree(&scanner)
    try scanner.finish()
  }

  /// Reads the next value of a scanner.
  public init(_ scanner: inout JSONScanner) throws(JSONFault) {
    switch try scanner.peek() {
    case .null:
      try scanner.null()
      self = .null
    case .flag: self = .flag(try scanner.flag())
    case .number: self = .number(try scanner.number())
    case .text: self = .text(try scanner.text())
    case .list:
      var items: [JSONTree] = []
      try scanner.list { scanner throws(JSONFault) in items.append(try JSONTree(&scanner)) }
      self = .list(items)
    case .object:
      var members: [String: JSONTree] = [:]
      try scanner.object { key, scanner throws(JSONFault) in
        members[key] = try JSONTree(&scanner)
      }
      self = .object(members)
    }
  }

  /// The value of a key; nil for anything but an object that has it.
  public subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text, for a text alone.
  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The items of a list; empty for anything else.
  public var items: [JSONTree] {
    guard case .list(let items) = self else { return [] }
    return items
  }
}
