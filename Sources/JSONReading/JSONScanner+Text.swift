extension JSONScanner {
  /// Reads a text with its escapes undone.
  ///
  /// - Throws: `JSONFault` for anything else, for a control character, half a surrogate pair and
  ///   bytes that are not UTF-8.
  public mutating func text() throws(JSONFault) -> String {
    skipSpace()
    guard at(UInt8(ascii: "\"")) else { throw fault("a text is expected") }
    let start = position
    position += 1
    let plain = plainEnd()
    if plain < bytes.count, bytes[plain] == UInt8(ascii: "\"") {
      let text = bytes.withUnsafeBufferPointer { bytes in
        let part = UnsafeBufferPointer(rebasing: bytes[position..<plain])
        // Plain ASCII needs no second look, and is most of what there is.
        return part.allSatisfy { $0 < 0x80 }
          ? String(decoding: part, as: UTF8.self) : String(validating: part, as: UTF8.self)
      }
      guard let text else { throw fault("the text is not UTF-8", at: start) }
      position = plain + 1
      return text
    }
    return try escapedText(from: start)
  }

  /// The first byte from here on that ends a text or needs care.
  private func plainEnd() -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var end = position
      while end < bytes.count {
        let byte = bytes[end]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        end += 1
      }
      return end
    }
  }

  private mutating func escapedText(from start: Int) throws(JSONFault) -> String {
    var content: [UInt8] = []
    while true {
      let end = plainEnd()
      content += bytes[position..<end]
      position = end
      guard position < bytes.count else { throw fault("a text begins here without end", at: start) }
      if at(UInt8(ascii: "\"")) { break }
      guard at(UInt8(ascii: "\\")) else { throw fault("a control character stands in a text") }
      position += 1
      try escape(into: &content)
    }
    position += 1
    guard let text = String(validating: content, as: UTF8.self) else {
      throw fault("the text is not UTF-8", at: start)
    }
    return text
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONFault) {
    guard position < bytes.count else { throw fault("the text ends in an escape") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content += try scalar().utf8
    default: throw fault("'\\' is followed by no known letter", at: position - 1)
    }
  }

  private mutating func scalar() throws(JSONFault) -> String {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return String(scalar) }
    let isPair = (0xD800..<0xDC00).contains(first) && at(UInt8(ascii: "\\"))
    guard isPair, position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u") else {
      throw fault("half a surrogate pair is no character")
    }
    position += 2
    let second = try unit()
    let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) &- 0xDC00
    guard (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(value) else {
      throw fault("half a surrogate pair is no character")
    }
    return String(scalar)
  }

  private mutating func unit() throws(JSONFault) -> UInt16 {
    let end = position + 4
    guard end <= bytes.count,
      let value = UInt16(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16),
      bytes[position] != UInt8(ascii: "+")
    else { throw fault("four hexadecimal digits are expected") }
    position = end
    return value
  }
}
