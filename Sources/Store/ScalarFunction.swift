internal import CSQLite

/// A function of values that SQL may call.
///
/// It gives the same answer for the same arguments and has no side effect, which lets SQLite call
/// it as seldom as it likes.
public struct ScalarFunction: Sendable {
  /// The name in SQL.
  public let name: String
  /// How many arguments it takes.
  public let argumentCount: Int
  /// What it does; an error becomes the error of the statement.
  ///
  /// The reader sees the state that the question sees, and every table of it.
  public let body: @Sendable (_ arguments: [Value], _ reader: Connection) throws -> Value

  /// Declares a function.
  public init(
    _ name: String, argumentCount: Int,
    body: @escaping @Sendable (_ arguments: [Value], _ reader: Connection) throws -> Value
  ) {
    self.name = name
    self.argumentCount = argumentCount
    self.body = body
  }
}

/// A function as SQLite's callbacks reach it.
private final class RegisteredScalarFunction {
  let function: ScalarFunction
  // Calls come only while a statement runs, and a statement keeps its connection.
  private unowned let connection: Connection

  init(_ function: ScalarFunction, on connection: Connection) {
    self.function = function
    self.connection = connection
  }

  func call(_ arguments: [Value]) throws -> Value {
    try connection.trusting { try function.body(arguments, connection) }
  }
}

extension Connection {
  /// Lets SQL on this connection call a function.
  public func register(_ function: ScalarFunction) throws {
    try refuseWhenRestricted(function.name)
    let box = Unmanaged.passRetained(RegisteredScalarFunction(function, on: self))
    // SQLite releases the box in every case, also when it refuses the function.
    let code = sqlite3_create_function_v2(
      handle, function.name, Int32(clamping: function.argumentCount),
      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box.toOpaque(),
      { context, count, arguments in
        guard let data = sqlite3_user_data(context) else { return }
        let registered = Unmanaged<RegisteredScalarFunction>.fromOpaque(data).takeUnretainedValue()
        do {
          try registered.call(values(count, arguments)).give(to: context)
        } catch {
          sqlite3_result_error(context, "\(registered.function.name): \(error)", -1)
        }
      }, nil, nil,
      { data in
        guard let data else { return }
        Unmanaged<RegisteredScalarFunction>.fromOpaque(data).release()
      })
    guard code == SQLITE_OK else { throw error(code, sql: nil) }
  }

  /// Runs the program's own code, which may read every table, whatever a question may.
  func trusting<T>(_ body: () throws -> T) throws -> T {
    guard let authorizer else { return try body() }
    return try authorizer.trusting(body)
  }

  /// Keeps the list of functions of a restricted connection as its policy found it.
  func refuseWhenRestricted(_ name: String) throws {
    guard authorizer == nil else {
      throw StoreRefusal.unfitFunction(name: name, reason: "the connection is restricted already")
    }
  }
}
