public import Store

/// A table that a module keeps in the store and opens to questions.
public struct TableDescriptor: Sendable {
  /// The name; it begins with one of the module's prefixes.
  public let name: String
  /// One sentence on what a row is.
  public let doc: String
  /// Its columns.
  public let columns: [Column]

  /// Declares a table.
  public init(_ name: String, doc: String, columns: [Column]) {
    self.name = name
    self.doc = doc
    self.columns = columns
  }
}

/// The names that a parameter of type `entity` accepts, read from the store.
public struct ValueDomain: Sendable {
  /// An identifier with the names that mean it.
  public struct Entry: Sendable {
    /// The identifier that commands receive.
    public let identifier: String
    /// Other names, in any language.
    public let names: [String]

    /// Makes an entry.
    public init(_ identifier: String, names: [String] = []) {
      self.identifier = identifier
      self.names = names
    }
  }

  /// The name of the domain, such as `country`.
  public let name: String
  /// How to fill the domain when the store has no entry yet.
  public let fillHint: String
  /// Reads the entries.
  public let entries: @Sendable (Connection) throws -> [Entry]

  /// Declares a domain.
  public init(
    _ name: String, fillHint: String,
    entries: @escaping @Sendable (Connection) throws -> [Entry]
  ) {
    self.name = name
    self.fillHint = fillHint
    self.entries = entries
  }
}
