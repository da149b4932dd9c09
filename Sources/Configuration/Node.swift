/// A place in a file, counted from 1.
public struct Mark: Sendable, Hashable, Comparable {
  /// The file as it was named.
  public let file: String
  /// The line.
  public let line: Int
  /// The column, in characters.
  public let column: Int

  /// Makes a mark.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Orders by file, line and column.
  public static func < (first: Mark, second: Mark) -> Bool {
    (first.file, first.line, first.column) < (second.file, second.line, second.column)
  }
}

/// A node of a YAML document, with its place.
public struct Node: Sendable {
  /// A key of a mapping with its value.
  public struct Pair: Sendable {
    /// The key.
    public let key: String
    /// The place of the key.
    public let mark: Mark
    /// The value.
    public let value: Node
  }

  /// What a node holds.
  public indirect enum Content: Sendable {
    /// A scalar as written; quoted ones are always text.
    case scalar(String, isQuoted: Bool)
    case sequence([Node])
    case mapping([Pair])
  }

  /// Where it begins.
  public let mark: Mark
  /// What it holds.
  public let content: Content
  /// The line of the file where it begins, for messages.
  public let sourceLine: String

  /// Whether it is an empty plain scalar, `~` or `null`: a key without a value.
  var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return ["", "~", "null"].contains(text)
  }

  /// What it is, for messages: "'text'", "a list" or "a mapping".
  var kind: String {
    switch content {
    case .scalar(let text, let isQuoted):
      isNull ? "nothing" : isQuoted ? "the quoted text \"\(text)\"" : "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
