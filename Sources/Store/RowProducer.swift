/// Gives rows one after the other, so that none has to be kept.
public struct RowProducer {
  /// The next row, or nil at the end.
  let next: () throws -> [Value]?

  /// Makes a producer from a function that gives the next row, or nil at the end.
  public init(next: @escaping () throws -> [Value]?) {
    self.next = next
  }

  /// Makes a producer of rows that are there already, or come from a lazy sequence.
  public init(_ rows: some Sequence<[Value]>) {
    var iterator = rows.makeIterator()
    next = { iterator.next() }
  }

  /// Makes a producer of the rows of a query, read as they are asked for.
  public init(_ query: String, _ parameters: [Value] = [], on reader: Connection) throws {
    let statement = try reader.prepare(query)
    try statement.bind(parameters)
    next = { try statement.step() ? statement.values : nil }
  }
}
