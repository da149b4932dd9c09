internal import Store
internal import Vocabulary

/// A dated, sourced relation between two subjects that a module holds, declared as data.
///
/// ```swift
/// LinkDescriptor(
///   "produces", table: "resources_production", source: LinkEnd("country", "country"),
///   target: LinkEnd("material", "material"), when: "t.amount > 0",
///   validFrom: "t.year || '-01-01'", weight: "t.amount", unit: "t.unit",
///   doc: "A country produces a material.")
/// ```
public struct LinkDescriptor: Sendable {
  /// The relation, such as `produces` or `restricts`.
  public let relation: String
  /// The table or function that holds it, and who may read that may read the link; nil for a link
  /// of the configuration.
  public let table: String?
  /// What the relation leads from.
  public let source: LinkEnd
  /// What it leads to.
  public let target: LinkEnd
  /// One sentence on the relation.
  public let doc: String
  /// Where its rows come from.
  let rows: Rows

  /// Where the rows of a link come from.
  enum Rows: Sendable {
    /// The table itself.
    case table(LinkColumns)
    /// A computation over what the table holds.
    case computed(@Sendable (LinkReading) throws -> LinkSearch)
  }

  /// Declares a link that the rows of a table are; the expressions are SQL over the table, called
  /// `t`.
  ///
  /// - Parameters:
  ///   - when: which rows are links; nil for all whose ends are known.
  ///   - validFrom: the first day on which it holds; null where it always held.
  ///   - validTo: the first day on which it no longer holds; null where it is open.
  ///   - weight: how much; null where that is not known.
  ///   - unit: the unit of the weight.
  ///   - sourceID: the source.
  ///   - marking: how far the row may travel; nil where no row has a marking of its own.
  public init(
    _ relation: String, table: String, source: LinkEnd, target: LinkEnd, when: String? = nil,
    validFrom: String = "NULL", validTo: String = "NULL", weight: String = "NULL",
    unit: String = "NULL", sourceID: String = "t.source_id", marking: String? = nil, doc: String
  ) {
    self.relation = relation
    self.table = table
    self.source = source
    self.target = target
    self.doc = doc
    rows = .table(
      LinkColumns(
        table: table, condition: when, validFrom: validFrom, validTo: validTo, weight: weight,
        unit: unit,
        sourceID: sourceID, marking: marking))
  }

  /// Declares a link that is computed of what a table or function holds.
  ///
  /// - Parameters:
  ///   - table: the table or function by whose name the reading is allowed; nil for what the
  ///     configuration says.
  ///   - open: begins a reading; what the search needs again and again is read here.
  public init(
    _ relation: String, from source: String, to target: String, table: String?, doc: String,
    open: @escaping @Sendable (LinkReading) throws -> LinkSearch
  ) {
    self.relation = relation
    self.table = table
    self.source = LinkEnd(source, columns: [])
    self.target = LinkEnd(target, columns: [])
    self.doc = doc
    rows = .computed(open)
  }
}

/// One end of a link: a kind of subject, and the columns whose values, joined by `/`, identify it.
public struct LinkEnd: Sendable, Hashable {
  /// The kind of subject.
  public let kind: String
  /// The columns; an index of the table begins with them, so that the link is found from this end.
  public let columns: [String]

  /// Declares an end.
  public init(_ kind: String, _ columns: String...) {
    self.init(kind, columns: columns)
  }

  init(_ kind: String, columns: [String]) {
    self.kind = kind
    self.columns = columns
  }

  /// The subject as an SQL expression.
  var subject: String {
    "'\(kind):' || " + columns.map { "t.\($0)" }.joined(separator: " || '/' || ")
  }

  /// The value of each column for a subject; nil for one that this end cannot be.
  func values(of subject: String) -> [Value]? {
    guard let identifier = identifier(of: subject) else { return nil }
    let parts = identifier.split(
      separator: "/", maxSplits: max(0, columns.count - 1), omittingEmptySubsequences: false)
    return parts.count == columns.count ? parts.map { .text(String($0)) } : nil
  }

  /// What stands behind the kind; nil for a subject of another kind.
  func identifier(of subject: String) -> Substring? {
    subject.hasPrefix(kind + ":") ? subject.dropFirst(kind.count + 1) : nil
  }
}

/// What SQL says of a row of a table that is a link; each an expression over the table `t`.
struct LinkColumns: Sendable {
  let table: String
  let condition: String?
  let validFrom: String
  let validTo: String
  let weight: String
  let unit: String
  let sourceID: String
  let marking: String?
}
