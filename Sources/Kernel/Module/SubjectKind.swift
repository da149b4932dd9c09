public import Store
public import Vocabulary

/// A kind of subject, such as `material`, with the way to name one for people.
public struct SubjectKind: Sendable {
  /// The kind, as it stands before the colon of a subject.
  public let kind: String
  /// The value domain whose entries are subjects of this kind, with all their names.
  public let domain: String
  /// The table that describes a subject of this kind in one row, as an end that identifies it.
  let page: (table: String, key: [String])?
  /// The name of an identifier; nil where the store has none.
  public let name: @Sendable (_ identifier: String, Connection) throws -> LocalizedText?

  /// Declares a kind; several modules may have subjects of the same one.
  ///
  /// - Parameters:
  ///   - domain: the value domain that knows its subjects; the one named as the kind when nil.
  ///   - table: the table that has a row of each; nil when there is none.
  ///   - key: the columns of that table whose values, joined by `/`, are the identifier.
  public init(
    _ kind: String, domain: String? = nil, table: String? = nil, key: [String] = ["id"],
    name: @escaping @Sendable (_ identifier: String, Connection) throws -> LocalizedText?
  ) {
    self.kind = kind
    self.domain = domain ?? kind
    page = table.map { ($0, key) }
    self.name = name
  }
}
