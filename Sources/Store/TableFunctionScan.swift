/// One reading of a table function: its arguments and the row it stands on.
final class TableFunctionScan {
  private let function: TableFunction
  private unowned let connection: Connection
  private var arguments: [Value?] = []
  private var producer: RowProducer?
  private(set) var row: [Value]?
  private(set) var number: Int64 = 0

  init(_ function: TableFunction, on connection: Connection) {
    self.function = function
    self.connection = connection
  }

  /// Begins anew with other arguments.
  func start(_ arguments: [Value?]) throws {
    self.arguments = arguments
    number = 0
    producer = try trusting { try function.rows(arguments, connection) }
    try advance()
  }

  /// Goes to the next row.
  func advance() throws {
    row = try trusting { try producer?.next() }
    number += 1
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
