/// One reading of a table function: its arguments and the row it stands on.
final class TableFunctionScan {
  private let function: TableFunction
  private unowned let connection: Connection
  private var arguments: [Value?] = []
  private var producer: RowProducer?
  private var row: [Value] = []
  private var given: Int64?
  private(set) var isAtEnd = true
  private(set) var number: Int64 = 0

  init(_ function: TableFunction, on connection: Connection) {
    self.function = function
    self.connection = connection
  }

  /// Begins anew with other arguments.
  func start(_ arguments: [Value?], _ constraints: [TableFunction.Constraint]) throws {
    self.arguments = arguments
    number = 0
    producer = try connection.trusting { try function.rows(arguments, constraints, connection) }
    try advance()
  }

  /// Goes to the next row.
  func advance() throws {
    given = nil
    connection.authorizer?.beginTrust()
    defer { connection.authorizer?.endTrust() }
    isAtEnd = try producer?.next(&row, &given) != true
    guard !isAtEnd else { return }
    // SQLite answers an OR by one reading for each branch and joins them by the numbers of the rows.
    if given == nil, !function.searchable.isEmpty {
      throw StoreRefusal.unfitFunction(
        name: function.name, reason: "it can be searched, and does not number its rows")
    }
    number = given ?? number + 1
    guard row.count != function.columns.count else { return }
    throw StoreRefusal.unfitFunction(
      name: function.name,
      reason: "a row has \(row.count) values in place of \(function.columns.count)")
  }

  /// Gives the value of a column of the row, or of an argument behind the columns.
  func give(_ column: Int, to context: OpaquePointer?) {
    if column < function.columns.count {
      row[column].give(to: context)
    } else {
      (arguments[column - function.columns.count] ?? .null).give(to: context)
    }
  }
}
