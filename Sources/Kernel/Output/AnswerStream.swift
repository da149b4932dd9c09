public import Store

/// Takes an answer as it comes: the rows of its tables one after the other, so that an answer of any
/// length needs little memory.
public final class AnswerStream {
  private let writer: any AnswerWriter
  private let buffer: OutputBuffer?
  private let stopRequest: StopRequest?
  private let digestsRows: Bool
  private var cells = CellRow()
  private var rowCount = 0
  private var digest: RowDigest?
  private(set) var tables: [WrittenTable] = []

  init(
    _ writer: any AnswerWriter, _ buffer: OutputBuffer?, digestsRows: Bool = false,
    stopRequest: StopRequest? = nil
  ) {
    self.writer = writer
    self.buffer = buffer
    self.digestsRows = digestsRows
    self.stopRequest = stopRequest
  }

  /// Whether what is known of the answer beside its rows will be read, so that it is worth its time.
  public var tellsFacts: Bool { digestsRows || buffer == nil }

  /// Whether a part of the answer has left already.
  var hasLeft: Bool { buffer?.hasLeft ?? false }

  /// Writes a table of rows that are pulled one after the other.
  ///
  /// - Parameters:
  ///   - goesOn: whether it goes on with the first table in formats of one table, where a table beside
  ///     the first is left out otherwise.
  ///   - next: gives the next row, with a value for every column; nil at the end.
  public func write(
    _ columns: [Column], title: String = "", goesOn: Bool = false, rows next: () throws -> [Value]?
  ) throws {
    try write(columns, title: title, goesOn: goesOn) { table in
      while let row = try next() { try table.append(row) }
    }
  }

  /// Writes a table whose rows the body appends.
  public func write(
    _ columns: [Column], title: String = "", goesOn: Bool = false,
    _ body: (AnswerStream) throws -> Void
  ) throws {
    rowCount = 0
    digest = digestsRows ? RowDigest(columns) : nil
    try writer.begin(title, columns, goesOn: goesOn)
    try body(self)
    let table = WrittenTable(rowCount: rowCount, digest: try digest?.hexadecimal())
    tables.append(table)
    try writer.end(table)
  }

  /// Appends a row to the table that is being written.
  public func append(_ row: [Value]) throws { try cells.with(row, take) }

  /// Appends the row on which a statement stands.
  public func append(_ statement: borrowing Statement) throws {
    try cells.with(statement, take)
  }

  /// Writes a piece of a document that stands in place of tables.
  public func write(_ text: String) throws { try writer.text(text) }

  private func take(_ cells: [Cell]) throws {
    if let stopRequest, stopRequest.isImmediate { throw TowerError(.interrupted, "interrupted") }
    rowCount += 1
    try digest?.take(cells)
    try writer.row(cells)
  }

  /// Writes what a command answered beside what it has written already, and ends the answer.
  func finish(_ result: CommandResult) throws {
    if let document = result.document, writer is JSONFormat {
      buffer?.append(document.pretty + "\n")
      return try buffer?.flush() ?? ()
    }
    let isBeside = writer.holdsDocumentBesideTables
    if let text = result.text {
      try write(isBeside || text.hasSuffix("\n") ? text : text + "\n")
    }
    if result.text == nil || isBeside {
      for table in result.tables {
        try write(table.columns, title: table.title) { stream in
          for row in table.rows { try stream.append(row) }
        }
      }
    }
    try writer.finish(result, tables)
    try buffer?.flush()
  }
}

/// The SHA-256 of rows, as the format `ndjson` writes them.
struct RowDigest {
  private let digest = Digest()
  private let buffer: OutputBuffer
  private let objects: RowObjects

  init(_ columns: [Column]) {
    buffer = OutputBuffer { [digest] in digest.update($0) }
    objects = RowObjects(columns)
  }

  func take(_ cells: [Cell]) throws {
    objects.write(cells, to: buffer)
    buffer.append(UInt8(ascii: "\n"))
    try buffer.rowEnded()
  }

  func hexadecimal() throws -> String {
    try buffer.flush()
    return digest.hexadecimal()
  }
}
