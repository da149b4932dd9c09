/// Gives rows one after the other, so that none has to be kept.
public struct RowProducer {
  /// Puts the next row in place of the one before, and its number where the producer numbers its rows;
  /// false at the end.
  let next: (_ row: inout [Value], _ number: inout Int64?) throws -> Bool

  /// Makes a producer from a function that puts the next row in place of the one before, or says false
  /// at the end: the cheapest way for many rows, since the memory of one serves them all.
  ///
  /// - Parameter count: how many values a row has.
  public init(count: Int, filling next: @escaping (inout [Value]) throws -> Bool) {
    self.next = { row, _ in
      if row.count != count { row = [Value](repeating: .null, count: count) }
      return try next(&row)
    }
  }

  /// Makes a producer from a function that gives the next row, or nil at the end.
  public init(next: @escaping () throws -> [Value]?) {
    self.next = { row, _ in
      guard let given = try next() else { return false }
      row = given
      return true
    }
  }

  /// Makes a producer from a function that gives the next row with a number that is this row's in every
  /// reading, and no other's: what a function needs by whose columns a question can search.
  public init(numbered next: @escaping () throws -> (number: Int64, row: [Value])?) {
    self.next = { row, number in
      guard let given = try next() else { return false }
      row = given.row
      number = given.number
      return true
    }
  }

  /// Makes a producer of rows that are there already, or come from a lazy sequence.
  public init(_ rows: some Sequence<[Value]>) {
    var iterator = rows.makeIterator()
    self.init { iterator.next() }
  }

  /// Makes a producer of the rows of a query, read as they are asked for.
  public init(_ query: String, _ parameters: [Value] = [], on reader: Connection) throws {
    let statement = try reader.prepare(query)
    try statement.bind(parameters)
    self.init { try statement.step() ? statement.values : nil }
  }
}
