/// What a byte of SQL stands in, followed byte by byte (sqlite.org/lang_expr.html and
/// lang_comment.html).
///
/// A doubled quote closes the text and opens it again, which comes to the same.
public struct SQLPlace: Sendable, Hashable {
  private enum Kind: Hashable {
    case code, lineComment, blockComment
    case quoted(closer: UInt8)
  }

  private var kind = Kind.code
  // The byte before, where the two together can open or close a comment; otherwise 0.
  private var previous: UInt8 = 0

  /// Stands at the beginning of a statement.
  public init() {}

  /// Whether the place is inside a quoted text or name, or inside a comment that needs an end.
  public var isOpen: Bool {
    switch kind {
    case .code, .lineComment: false
    case .quoted, .blockComment: true
    }
  }

  /// Whether the place is inside a comment.
  public var isComment: Bool { kind == .lineComment || kind == .blockComment }

  /// Goes over the next byte.
  ///
  /// - Returns: whether the byte is code: not inside a quoted text, a quoted name or a comment. The
  ///   quotes themselves are code, and so is the first byte of the mark that opens a comment.
  public mutating func advance(over byte: UInt8) -> Bool {
    switch kind {
    case .code: return advanceInCode(byte)
    case .quoted(let closer):
      guard byte == closer else { return false }
      leave()
      return true
    case .lineComment:
      if byte == UInt8(ascii: "\n") { leave() }
    case .blockComment:
      if previous == UInt8(ascii: "*"), byte == UInt8(ascii: "/") {
        leave()
      } else {
        previous = byte
      }
    }
    return false
  }

  private mutating func advanceInCode(_ byte: UInt8) -> Bool {
    switch (previous, byte) {
    case (_, UInt8(ascii: "'")), (_, UInt8(ascii: "\"")), (_, UInt8(ascii: "`")):
      enter(.quoted(closer: byte))
    case (_, UInt8(ascii: "[")): enter(.quoted(closer: UInt8(ascii: "]")))
    case (UInt8(ascii: "-"), UInt8(ascii: "-")): enter(.lineComment)
    case (UInt8(ascii: "/"), UInt8(ascii: "*")): enter(.blockComment)
    default: previous = byte
    }
    return !isComment
  }

  private mutating func enter(_ kind: Kind) {
    self.kind = kind
    previous = 0
  }

  private mutating func leave() { enter(.code) }
}
