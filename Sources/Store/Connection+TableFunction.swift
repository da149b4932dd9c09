internal import CSQLite

/// A table function as SQLite's callbacks reach it.
final class RegisteredTableFunction {
  let function: TableFunction
  // Callbacks come only while a statement runs, and a statement keeps its connection.
  unowned let connection: Connection

  init(_ function: TableFunction, on connection: Connection) {
    self.function = function
    self.connection = connection
  }
}

extension Connection {
  /// Lets SQL on this connection read a table function.
  ///
  /// - Throws: `StoreRefusal.unfitFunction` when its declaration contradicts itself.
  public func register(_ function: TableFunction) throws {
    try refuseWhenRestricted(function.name)
    if let fault = function.fault {
      throw StoreRefusal.unfitFunction(name: function.name, reason: fault)
    }
    let box = Unmanaged.passRetained(RegisteredTableFunction(function, on: self))
    // SQLite releases the box in every case, also when it refuses the function.
    let code = sqlite3_create_module_v2(
      handle, function.name, VirtualTable.module, box.toOpaque(),
      { data in
        guard let data else { return }
        Unmanaged<RegisteredTableFunction>.fromOpaque(data).release()
      })
    guard code == SQLITE_OK else { throw error(code, sql: nil) }
  }
}
