/// A node of a YAML document, with its place.
public struct Node: Sendable {
  /// A key of a mapping with its value.
  public struct Pair: Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: Node
    let place: Place

    /// The place of the key.
    public var mark: Mark { place.mark }
  }

  /// What a node holds.
  public indirect enum Content: Sendable {
    /// A scalar as written; quoted ones are always text.
    case scalar(String, isQuoted: Bool)
    case sequence([Node])
    case mapping([Pair])
  }

  /// What it holds.
  public let content: Content
  /// The faults of the document that do not hide its structure, such as a key that stands twice.
  ///
  /// Only the root has them; decoding reports them together with its own, so that one run names
  /// every fault of a file.
  public let faults: [Diagnostic]
  /// Whether it is a document that says nothing: an empty file, or one of comments alone.
  public let isBlank: Bool
  let place: Place
  /// Whether a fault already stands for its value, so that decoding adds no second one.
  let isRefused: Bool
  /// The file that it stands in, for places inside its text; nil for what is no scalar.
  let lines: SourceLines?

  init(
    _ content: Content, at place: Place, faults: [Diagnostic] = [], isRefused: Bool = false,
    isBlank: Bool = false, lines: SourceLines? = nil
  ) {
    self.content = content
    self.place = place
    self.faults = faults
    self.isRefused = isRefused
    self.isBlank = isBlank
    self.lines = lines
  }

  /// Where it begins.
  public var mark: Mark { place.mark }

  /// Whether it is an empty plain scalar, `~` or `null`: a key without a value.
  var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
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
