/// One reading of a table function: its arguments and the row it stands on.
final class TableFunctionScan {
  private let function: TableFunction
  private unowned let connection: Connection
  private let memory = CursorMemory()
  private var arguments: [Value?] = []
  private var producer: RowProducer?
  private(set) var row: [Value]?
  private(set) var number: Int64 = 0

  init(_ function: TableFunction, on connection: Connection) {
    self.function = function
    self.connection = connection
  }

  /// Begins anew with other arguments.
  func start(_ arguments: [Value?], _ constraints: [TableFunction.Constraint]) throws {
    self.arguments = arguments
    number = 0
    producer = try trusting { try function.rows(arguments, constraints, connection, memory) }
    try advance()
  }

  /// Goes to the next row.
  func advance() throws {
    let next = try trusting { try producer?.next() }
    row = next?.row
    // SQLite answers an OR by one reading for each branch and joins them by the numbers of the rows.
    if let next, next.number == nil, !function.searchable.isEmpty {
      throw StoreRefusal.unfitFunction(
        name: function.name, reason: "it can be searched, and does not number its rows")
    }
    number = next?.number ?? number + 1
    guard let row, row.count != function.columns.count else { return }
    throw StoreRefusal.unfitFunction(
      name: function.name,
      reason: "a row has \(row.count) values in place of \(function.columns.count)")
  }

  /// The value of a column of the row, or of an argument behind the columns.
  func value(_ column: Int) -> Value {
    guard column >= function.columns.count else { return row?[column] ?? .null }
    return arguments[column - function.columns.count] ?? .null
  }

  private func trusting<T>(_ body: () throws -> T) throws -> T {
    guard let authorizer = connection.authorizer else { return try body() }
    return try authorizer.trusting(body)
  }
}
