extension Connection {
  /// Runs the body in an immediate transaction; an error undoes all of it.
  func transaction<T>(_ body: () throws -> T) throws -> T {
    try executeScript("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try executeScript("COMMIT")
      return result
    } catch {
      // SQLite may have rolled back already; then there is nothing left to undo.
      try? executeScript("ROLLBACK")
      throw error
    }
  }
}
