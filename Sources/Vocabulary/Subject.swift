/// What a statement is about, written `kind:id`, such as `country:KOR` or `product:hs92/280530`.
///
/// The identifier means the same on every machine: it is never a local row number.
public struct Subject: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The kind, in lower-case letters: country, product, material, party, technology, measure.
  public let kind: String
  /// The identifier within the kind.
  public let identifier: String

  /// Makes a subject from its parts.
  public init(kind: String, identifier: String) {
    self.kind = kind
    self.identifier = identifier
  }

  /// Reads `kind:id`.
  ///
  /// - Throws: `VocabularyError` when there is no colon, or one of the parts is empty.
  public init(_ text: String) throws(VocabularyError) {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
      text.index(after: colon) != text.endIndex
    else {
      throw VocabularyError(
        "'\(text)' is not a subject; write kind:id, for example country:KOR")
    }
    kind = String(text[..<colon])
    identifier = String(text[text.index(after: colon)...])
  }

  /// `kind:id`.
  public var description: String { kind + ":" + identifier }

  /// Orders by kind, then by identifier, so that output is the same on every run.
  public static func < (first: Subject, second: Subject) -> Bool {
    (first.kind, first.identifier) < (second.kind, second.identifier)
  }
}
