internal import Store
public import Vocabulary

/// A question that has a name: SQL with typed parameters, and how its answer is shown.
public struct NamedQuery: Sendable {
  /// How a column of the answer is shown.
  struct DisplayedColumn: Sendable {
    /// The name that the SQL gives it.
    let name: String
    /// The heading for people.
    let title: LocalizedText
    /// The unit of a number; nil for a pure number or text.
    let unit: String?
    /// One sentence on it; empty where the title says all.
    let doc: String
  }

  /// The identifier: lower-case words joined by hyphens.
  public let identifier: String
  /// What it answers, in a few words.
  public let title: LocalizedText
  /// What a row is, how it is found, and what it does not say.
  public let doc: LocalizedText
  /// Its parameters, by the names that the SQL has behind a colon.
  public let parameters: [Parameter]
  /// One SELECT statement; its parameters are bound, never written into it.
  public let sql: String
  /// The columns in the order in which they are shown; others of the answer follow.
  let columns: [DisplayedColumn]
  /// The file that it was read from.
  let file: String

  /// The SHA-256 of the SQL: another digest is another question.
  public var digest: String { Digest.of(sql) }

  /// The modules whose tables and functions the SQL names, in alphabetical order.
  public func modules(in registry: Registry) -> [String] {
    let words = Set(SQLText(sql).words.map { $0.text.lowercased() })
    return (registry.entries + registry.disabled).filter { entry in
      let brought = entry.descriptor
      return (brought.tables.map(\.name) + brought.declaredFunctions.map(\.name))
        .contains(where: words.contains)
    }.map(\.identity.identifier).sorted()
  }

  /// The names behind a colon in the SQL, texts and comments aside.
  static func parameterNames(in sql: String) -> Set<String> {
    let text = SQLText(sql)
    return Set(
      text.words.filter { $0.offset > 0 && text.code[$0.offset - 1] == UInt8(ascii: ":") }
        .map(\.text))
  }
}
