internal import Store

/// The rows of a declared table function, as a question reads them.
enum FunctionBenchmark {
  /// Prints the shortest time of several readings of so many rows, and what they add up to.
  static func run(rows: Int, repeats: Int, store path: String) throws {
    _ = try Connection(path: path, mode: .create)
    let connection = try Connection(path: path, mode: .readOnly)
    try connection.register(
      TableFunction(
        "series", arguments: [.required("first"), .required("last")],
        columns: [.init("value", .integer)], estimatedRows: rows
      ) { arguments, _ in
        var next = arguments[0]?.integer ?? 0
        let last = arguments[1]?.integer ?? 0
        return RowProducer(count: 1) { row in
          guard next <= last else { return false }
          row[0] = .integer(next)
          next += 1
          return true
        }
      })
    connection.restrict(
      to: ReadPolicy(
        tables: ["series"],
        limits: ReadLimits(
          seconds: 60, rows: 1_000_000, memory: 512 << 20, valueSize: 1 << 20, nesting: 200)))
    var total: Int64?
    let best = try shortest(of: repeats) {
      total = try connection.first("SELECT sum(value) FROM series(1, ?)", [Value(rows)])?[0].integer
    }
    print("sum \(total ?? 0)")
    print("seconds \(best)")
  }
}
