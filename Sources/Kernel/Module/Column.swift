public import Vocabulary

/// A column of a table, of a table function or of an answer.
public struct Column: Sendable, Hashable {
  /// What the values of a column are.
  public enum Kind: String, Sendable {
    case text, integer, real, flag, day, country, product, subject, marking, json

    /// The type that SQLite stores it as.
    public var sqlType: String {
      switch self {
      case .integer, .flag: "INTEGER"
      case .real: "REAL"
      default: "TEXT"
      }
    }
  }

  /// The name, in lower-case words joined by underscores.
  public let name: String
  /// What the values are.
  public let kind: Kind
  /// The unit of a number, such as `kUSD` or `t`; nil for a pure number or text.
  public let unit: String?
  /// How far its values may travel, whatever their source; nil where the source alone decides.
  public let marking: Marking?
  /// Whether its values are people's data, which a question reads for a purpose that it states.
  public let isPersonal: Bool
  /// One sentence for help and documentation.
  public let doc: String

  /// Declares a column.
  public init(
    _ name: String, _ kind: Kind, unit: String? = nil, marking: Marking? = nil,
    isPersonal: Bool = false, doc: String
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.marking = marking
    self.isPersonal = isPersonal
    self.doc = doc
  }
}
