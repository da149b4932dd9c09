/// A strict reader of one JSON text (RFC 8259) that is asked for what is expected next.
///
/// Nothing is kept but what the caller keeps, and numbers stay texts, so that a million records cost
/// no tree and no decimal is rounded. After a fault the rest is not to be read.
public struct JSONScanner {
  /// What a value is, by its first byte.
  public enum Kind: Sendable {
    case null, flag, number, text, list, object
  }

  let bytes: [UInt8]
  var position = 0
  private let firstLine: Int
  private var depth = 0
  private static let greatestDepth = 128

  /// Begins a text.
  ///
  /// - Parameters:
  ///   - bytes: the whole text, in UTF-8; a byte-order mark before it is passed over.
  ///   - line: the line of the file on which it begins.
  public init(_ bytes: [UInt8], line: Int = 1) {
    self.bytes = bytes
    firstLine = line
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// What stands next.
  public mutating func peek() throws(JSONFault) -> Kind {
    skipSpace()
    guard position < bytes.count else { throw fault("the text ends where a value is expected") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw fault("no value begins so")
    }
  }

  /// Reads an object; the closure reads or skips the value of each key.
  ///
  /// - Throws: `JSONFault` for anything else, and for a key that stands there twice.
  public mutating func object(
    _ member: (String, inout JSONScanner) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try open(UInt8(ascii: "{"), "an object")
    var keys: Set<String> = []
    if close(UInt8(ascii: "}")) { return }
    repeat {
      skipSpace()
      let start = position
      let key = try text()
      guard keys.insert(key).inserted else {
        throw fault("the key '\(key)' stands here for the second time", at: start)
      }
      try expect(UInt8(ascii: ":"))
      try member(key, &self)
    } while try goesOn(until: UInt8(ascii: "}"))
  }

  /// Reads a list; the closure reads or skips each value.
  public mutating func list(
    _ element: (inout JSONScanner) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try open(UInt8(ascii: "["), "a list")
    if close(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while try goesOn(until: UInt8(ascii: "]"))
  }

  /// Reads a number and gives it as it is written.
  public mutating func number() throws(JSONFault) -> String {
    guard try peek() == .number else { throw fault("a number is expected") }
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if at(UInt8(ascii: "0")) { position += 1 } else { try digits() }
    if at(UInt8(ascii: ".")) {
      position += 1
      try digits()
    }
    if at(UInt8(ascii: "e")) || at(UInt8(ascii: "E")) {
      position += 1
      if at(UInt8(ascii: "+")) || at(UInt8(ascii: "-")) { position += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Reads `true` or `false`.
  public mutating func flag() throws(JSONFault) -> Bool {
    guard try peek() == .flag else { throw fault("true or false is expected") }
    let isTrue = bytes[position] == UInt8(ascii: "t")
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  /// Reads `null`.
  public mutating func null() throws(JSONFault) {
    guard try peek() == .null else { throw fault("null is expected") }
    try word("null")
  }

  /// Passes over the next value, whatever it is; it must be right all the same.
  public mutating func skip() throws(JSONFault) {
    switch try peek() {
    case .null: try null()
    case .flag: _ = try flag()
    case .number: _ = try number()
    case .text: _ = try text()
    case .list: try list { scanner throws(JSONFault) in try scanner.skip() }
    case .object: try object { _, scanner throws(JSONFault) in try scanner.skip() }
    }
  }

  /// Makes sure that nothing follows.
  public mutating func finish() throws(JSONFault) {
    skipSpace()
    guard position == bytes.count else { throw fault("the text goes on behind its value") }
  }

  /// A fault at the present place, or at a byte before it.
  public func fault(_ message: String, at byte: Int? = nil) -> JSONFault {
    let end = min(byte ?? position, bytes.count)
    let lineStart = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONFault(
      line: firstLine + bytes[..<end].count { $0 == 0x0A }, column: end - lineStart + 1,
      message: message)
  }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  func at(_ byte: UInt8) -> Bool { position < bytes.count && bytes[position] == byte }

  private mutating func open(_ byte: UInt8, _ name: String) throws(JSONFault) {
    skipSpace()
    guard at(byte) else { throw fault("\(name) is expected") }
    guard depth < JSONScanner.greatestDepth else { throw fault("values nest too deep") }
    depth += 1
    position += 1
  }

  private mutating func close(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at(byte) else { return false }
    depth -= 1
    position += 1
    return true
  }

  private mutating func goesOn(until end: UInt8) throws(JSONFault) -> Bool {
    if close(end) { return false }
    try expect(UInt8(ascii: ","))
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFault) {
    skipSpace()
    guard at(byte) else {
      throw fault("'\(Character(Unicode.Scalar(byte)))' is expected")
    }
    position += 1
  }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
    guard position > start else { throw fault("a digit is expected") }
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    let end = position + word.utf8CodeUnitCount
    let isThere =
      end <= bytes.count
      && bytes[position..<end].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    guard isThere else { throw fault("'\(word)' is expected") }
    position = end
  }
}
