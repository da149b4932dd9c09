public import Store
public import Vocabulary

/// A kind of subject, such as `material`, with the way to name one for people.
public struct SubjectKind: Sendable {
  /// The kind, as it stands before the colon of a subject.
  public let kind: String
  /// The name of an identifier; nil where the store has none.
  public let name: @Sendable (_ identifier: String, Connection) throws -> LocalizedText?

  /// Declares a kind.
  public init(
    _ kind: String,
    name: @escaping @Sendable (_ identifier: String, Connection) throws -> LocalizedText?
  ) {
    self.kind = kind
    self.name = name
  }
}
