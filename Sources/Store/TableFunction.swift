/// A function that gives rows, read in SQL as `SELECT * FROM name(argument, ...)`.
///
/// ```swift
/// TableFunction(
///   "dependence", arguments: [.required("of"), .optional("in_year")],
///   columns: [.init("product", .text), .init("hhi", .real)], estimatedRows: 5_000
/// ) { arguments, reader in
///   let rows = try computeDependence(of: arguments[0], in: arguments[1], from: reader)
///   return RowProducer(rows)
/// }
/// ```
public struct TableFunction: Sendable {
  /// A parameter of the function; a question may also give it as `WHERE name = value`.
  public struct Argument: Sendable, Hashable {
    /// The name; no column of the function has the same one.
    public let name: String
    /// Whether a question must give it.
    public let isRequired: Bool

    /// A parameter that every question must give.
    public static func required(_ name: String) -> Argument {
      Argument(name: name, isRequired: true)
    }

    /// A parameter that a question may leave out.
    public static func optional(_ name: String) -> Argument {
      Argument(name: name, isRequired: false)
    }
  }

  /// A column of the rows.
  public struct Column: Sendable, Hashable {
    /// The storage class of a column.
    public enum StorageClass: String, Sendable, CaseIterable {
      case integer = "INTEGER"
      case real = "REAL"
      case text = "TEXT"
      case blob = "BLOB"
    }

    /// The name.
    public let name: String
    /// The storage class that SQL sees.
    public let storageClass: StorageClass

    /// Declares a column.
    public init(_ name: String, _ storageClass: StorageClass) {
      self.name = name
      self.storageClass = storageClass
    }
  }

  /// How a question restricts a column.
  public struct Constraint: Sendable, Hashable {
    /// How the column is compared with the value.
    public enum Relation: Sendable, Hashable {
      case equal
      case less
      case atMost
      case greater
      case atLeast
      /// The pattern of SQL's LIKE: `%` and `_`, letters of either case.
      case like
      /// The pattern of SQL's GLOB: `*`, `?` and `[...]`.
      case glob
    }

    /// The name of the column.
    public let column: String
    /// How it is compared.
    public let relation: Relation
    /// With what; null for a comparison that holds for no row.
    public let value: Value

    /// Makes a constraint.
    public init(column: String, relation: Relation, value: Value) {
      self.column = column
      self.relation = relation
      self.value = value
    }
  }

  /// The name in SQL.
  public let name: String
  /// The parameters, in their order.
  public let arguments: [Argument]
  /// The columns of a row.
  public let columns: [Column]
  /// About how many rows one call gives; the planner orders joins by it.
  public let estimatedRows: Int
  /// The columns by which the function can search, with about how many different values each has;
  /// such a function numbers its rows.
  public let searchable: [String: Int]
  /// Gives the rows for the arguments, of which those left out are nil, that meet the constraints.
  ///
  /// The constraints are those of searchable columns. Rows that do not meet them may be given too:
  /// SQLite tests each row again.
  ///
  /// The reader sees the state that the question sees, and every table of it, whatever the question
  /// itself may read. An error becomes the error of the statement.
  public let rows: Rows

  /// Gives the rows of one reading.
  public typealias Rows =
    @Sendable (
      _ arguments: [Value?], _ constraints: [Constraint], _ reader: Connection,
      _ memory: CursorMemory
    ) throws -> RowProducer

  /// Declares a function that gives all rows of its arguments.
  public init(
    _ name: String, arguments: [Argument], columns: [Column], estimatedRows: Int = 1000,
    rows: @escaping @Sendable (_ arguments: [Value?], _ reader: Connection) throws -> RowProducer
  ) {
    self.init(
      name, arguments: arguments, columns: columns, estimatedRows: estimatedRows, searchable: [:]
    ) { arguments, _, reader, _ in try rows(arguments, reader) }
  }

  /// Declares a function that can search by some of its columns.
  public init(
    _ name: String, arguments: [Argument], columns: [Column], estimatedRows: Int = 1000,
    searchable: [String: Int], rows: @escaping Rows
  ) {
    self.searchable = searchable
    self.name = name
    self.arguments = arguments
    self.columns = columns
    self.estimatedRows = estimatedRows
    self.rows = rows
  }
}

extension TableFunction {
  /// Why SQLite could not keep its promises about the function; nil when it can.
  var fault: String? {
    let names = (columns.map(\.name) + arguments.map(\.name)).map { $0.lowercased() }
    var seen: Set<String> = []
    if let repeated = names.first(where: { !seen.insert($0).inserted }) {
      return "'\(repeated)' names two of its columns and arguments"
    }
    if columns.isEmpty { return "it has no column" }
    if let foreign = searchable.keys.sorted().first(where: { name in
      !columns.contains { $0.name == name }
    }) {
      return "it searches by '\(foreign)', which is none of its columns"
    }
    // The plan keeps one bit for each argument.
    if arguments.count > 31 { return "it has more than 31 arguments" }
    return nil
  }

  /// The table that SQL sees: the columns, then the arguments as hidden columns.
  var declaration: String {
    let shown = columns.map { quoted($0.name) + " " + $0.storageClass.rawValue }
    let hidden = arguments.map { quoted($0.name) + " HIDDEN" }
    return "CREATE TABLE x(" + (shown + hidden).joined(separator: ", ") + ")"
  }

  /// How to call it; arguments that may be left out stand in brackets.
  var signature: String {
    let names = arguments.map { $0.isRequired ? $0.name : "[\($0.name)]" }
    return "\(name)(\(names.joined(separator: ", ")))"
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
