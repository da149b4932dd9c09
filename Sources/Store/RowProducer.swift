/// Gives rows one after the other, so that none has to be kept.
public struct RowProducer {
  /// The next row, with its number where the producer numbers its rows; nil at the end.
  let next: () throws -> (number: Int64?, row: [Value])?

  /// Makes a producer from a function that gives the next row, or nil at the end.
  public init(next: @escaping () throws -> [Value]?) {
    self.next = { try next().map { (nil, $0) } }
  }

  /// Makes a producer from a function that gives the next row with a number that is this row's in every
  /// reading, and no other's: what a function needs by whose columns a question can search.
  public init(numbered next: @escaping () throws -> (number: Int64, row: [Value])?) {
    self.next = { try next().map { ($0.number, $0.row) } }
  }

  /// Makes a producer of rows that are there already, or come from a lazy sequence.
  public init(_ rows: some Sequence<[Value]>) {
    var iterator = rows.makeIterator()
    next = { iterator.next().map { (nil, $0) } }
  }

  /// Makes a producer of the rows of a query, read as they are asked for.
  public init(_ query: String, _ parameters: [Value] = [], on reader: Connection) throws {
    let statement = try reader.prepare(query)
    try statement.bind(parameters)
    next = { try statement.step() ? (nil, statement.values) : nil }
  }
}
