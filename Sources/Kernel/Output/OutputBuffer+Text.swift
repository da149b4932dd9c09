extension OutputBuffer {
  /// What the bytes of a text ask of a writer.
  private struct Traits: OptionSet {
    let rawValue: UInt8
    /// A byte beyond ASCII.
    static let beyond = Traits(rawValue: 1)
    /// What CSV quotes: a quote, a comma, the end of a line.
    static let quotedInCSV = Traits(rawValue: 2)
    /// What JSON escapes: a quote, a backslash, a control character.
    static let escapedInJSON = Traits(rawValue: 4)

    static let table: [UInt8] = (0...255).map { byte in
      var traits: Traits = []
      if byte >= 0x80 { traits.insert(.beyond) }
      if [0x22, 0x2C, 0x0A, 0x0D].contains(byte) { traits.insert(.quotedInCSV) }
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { traits.insert(.escapedInJSON) }
      return traits.rawValue
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      rawValue = Traits.table.withUnsafeBufferPointer { table in
        var traits: UInt8 = 0
        for byte in bytes { traits |= table[Int(byte)] }
        return traits
      }
    }
  }

  /// A field of comma-separated values (RFC 4180), in quotes where it needs them.
  func appendCSV(_ bytes: UnsafeBufferPointer<UInt8>) {
    let traits = Traits(bytes)
    guard !traits.contains(.beyond) || isUTF8(bytes) else {
      return repaired(bytes) { appendCSV($0) }
    }
    // At the start of a file the last two could be taken for a byte-order mark or an end.
    guard traits.contains(.quotedInCSV) || bytes.first == 0xEF || bytes.first == 0x1A else {
      return append(bytes)
    }
    append(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  /// A string of JSON (RFC 8259) with its quotes.
  func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    let traits = Traits(bytes)
    guard !traits.contains(.beyond) || isUTF8(bytes) else {
      return repaired(bytes) { appendJSON($0) }
    }
    append(UInt8(ascii: "\""))
    if traits.contains(.escapedInJSON) {
      for byte in bytes { appendEscaped(byte) }
    } else {
      append(bytes)
    }
    append(UInt8(ascii: "\""))
  }

  /// A string of JSON with its quotes.
  func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON($0) }
  }

  /// Bytes as hexadecimal digits.
  func appendHexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      for half in [byte >> 4, byte & 15] {
        append(half + (half < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
  }

  private func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    case 0..<0x20:
      append(byte < 16 ? "\\u000" : "\\u00")
      append(String(byte, radix: 16))
    default: append(byte)
    }
  }

  private func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  // A store can hold text that is no UTF-8; what is written out always is.
  private func repaired(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var text = String(decoding: bytes, as: UTF8.self)
    text.withUTF8 { body($0) }
  }
}
