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

  /// The name in SQL.
  public let name: String
  /// The parameters, in their order.
  public let arguments: [Argument]
  /// The columns of a row.
  public let columns: [Column]
  /// About how many rows one call gives; the planner orders joins by it.
  public let estimatedRows: Int
  /// Gives the rows for the arguments, of which those left out are nil.
  ///
  /// The reader sees the state that the question sees, and every table of it, whatever the question
  /// itself may read. An error becomes the error of the statement.
  public let rows: @Sendable (_ arguments: [Value?], _ reader: Connection) throws -> RowProducer

  /// Declares a function.
  public init(
    _ name: String, arguments: [Argument], columns: [Column], estimatedRows: Int = 1000,
    rows: @escaping @Sendable (_ arguments: [Value?], _ reader: Connection) throws -> RowProducer
  ) {
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
