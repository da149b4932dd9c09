/// SQL as text: where its code is, and which words that code uses.
public struct SQLText: Sendable {
  /// A word of the code: a keyword, a name that is not quoted, or a number.
  public struct Word: Sendable, Hashable {
    /// The word as it stands there.
    public let text: String
    /// Where it begins, in bytes of UTF-8.
    public let offset: Int
  }

  /// The bytes, with spaces in place of comments and of what stands between quotes.
  public let code: [UInt8]
  /// Whether the end stands inside a quoted text or name, or inside a comment.
  public let isOpen: Bool

  /// Reads a text.
  public init(_ sql: String) {
    var code = Array(sql.utf8)
    var place = SQLPlace()
    for index in code.indices {
      let wasComment = place.isComment
      guard !place.advance(over: code[index]) else { continue }
      code[index] = UInt8(ascii: " ")
      // Only the second byte of a mark shows that the first one opened a comment.
      if place.isComment, !wasComment { code[index - 1] = UInt8(ascii: " ") }
    }
    self.code = code
    isOpen = place.isOpen
  }

  /// Whether there is nothing but spaces and comments.
  public var isBlank: Bool { code.allSatisfy(SQLText.isSpace) }

  /// Whether a byte parts words.
  public static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  /// The words, in their order.
  public var words: [Word] {
    var words: [Word] = []
    var start: Int?
    for index in 0...code.count {
      let isWord = index < code.count && SQLText.isWordByte(code[index])
      if isWord {
        start = start ?? index
      } else if let begun = start {
        words.append(
          Word(text: String(decoding: code[begun..<index], as: UTF8.self), offset: begun))
        start = nil
      }
    }
    return words
  }

  /// Whether a byte can be part of a name that is not quoted; every byte of a character beyond ASCII
  /// can.
  public static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
