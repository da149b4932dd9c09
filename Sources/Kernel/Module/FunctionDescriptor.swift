public import Store
internal import Vocabulary

/// A table-valued function that a module opens to questions: `SELECT * FROM name(argument, ...)`.
///
/// ```sql
/// SELECT d.product, d.hhi_imports FROM dependence('KOR', 2024) d WHERE d.c1
/// ```
public struct FunctionDescriptor: Sendable {
  /// A parameter; a question gives it by its place, or as `WHERE name = value`.
  public struct Argument: Sendable, Hashable {
    /// The name; no column of the function has the same one.
    public let name: String
    /// What the values are.
    public let kind: Column.Kind
    /// Whether a question must give it.
    public let isRequired: Bool
    /// One sentence for help and documentation.
    public let doc: String

    /// A parameter that every question must give.
    public static func required(_ name: String, _ kind: Column.Kind, doc: String) -> Argument {
      Argument(name: name, kind: kind, isRequired: true, doc: doc)
    }

    /// A parameter that a question may leave out.
    public static func optional(_ name: String, _ kind: Column.Kind, doc: String) -> Argument {
      Argument(name: name, kind: kind, isRequired: false, doc: doc)
    }
  }

  /// The name; it begins with one of the module's prefixes.
  public let name: String
  /// One sentence on what a row is.
  public let doc: String
  /// The parameters, in their order.
  public let arguments: [Argument]
  /// The columns of a row.
  public let columns: [Column]
  /// About how many rows one call gives; the planner orders joins by it.
  public let estimatedRows: Int
  /// The columns by which it can search, with about how many different values each has.
  ///
  /// A question that restricts one of them gets its answer without all rows being made. Such a
  /// function numbers its rows.
  public let searchable: [String: Int]
  /// Gives the rows of one call.
  public let rows: @Sendable (FunctionCall) throws -> RowProducer

  /// Declares a function.
  public init(
    _ name: String, doc: String, arguments: [Argument], columns: [Column],
    estimatedRows: Int = 1000, searchable: [String: Int] = [:],
    rows: @escaping @Sendable (FunctionCall) throws -> RowProducer
  ) {
    self.name = name
    self.doc = doc
    self.arguments = arguments
    self.columns = columns
    self.estimatedRows = estimatedRows
    self.searchable = searchable
    self.rows = rows
  }

  /// How to call it; arguments that may be left out stand in brackets.
  public var signature: String { arguments.signature(of: name) }

  /// The function as the store registers it, answering for a running tower and a day.
  func tableFunction(_ tower: Tower, options: GlobalOptions) -> TableFunction {
    TableFunction(
      name,
      arguments: arguments.map { $0.isRequired ? .required($0.name) : .optional($0.name) },
      columns: columns.map { TableFunction.Column($0.name, $0.kind.storageClass) },
      estimatedRows: estimatedRows, searchable: searchable
    ) { values, constraints, reader in
      try rows(
        FunctionCall(
          function: name, arguments: arguments, values: values, constraints: constraints,
          reader: reader, tower: tower, options: options))
    }
  }
}

extension Column.Kind {
  fileprivate var storageClass: TableFunction.Column.StorageClass {
    switch self {
    case .integer, .flag: .integer
    case .real: .real
    default: .text
    }
  }
}
