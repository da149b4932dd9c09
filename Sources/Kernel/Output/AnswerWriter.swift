internal import Store

/// Writes an answer in one format as its rows come.
protocol AnswerWriter: AnyObject {
  /// Whether it holds a document and tables side by side; otherwise a document stands alone, as text.
  var holdsDocumentBesideTables: Bool { get }
  /// A table begins.
  ///
  /// - Parameter goesOn: whether it goes on with the first table in formats of one table, where a table
  ///   beside the first is left out otherwise.
  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws
  /// The next row of the table; the cells are good until the call returns.
  func row(_ cells: [Cell]) throws
  /// The table ends.
  func end(_ table: WrittenTable) throws
  /// A piece of a document that stands in place of tables.
  func text(_ text: String) throws
  /// Everything is written but what is known of the whole answer.
  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws
}

extension AnswerWriter {
  var holdsDocumentBesideTables: Bool { false }
}

/// What is known of a table once its rows are written.
public struct WrittenTable: Sendable, Hashable {
  /// How many rows it has.
  public let rowCount: Int
  /// The SHA-256 of its rows, as `ndjson` writes them; nil where nobody reads it.
  public let digest: String?
}

/// Rows as objects of JSON, one after the other.
struct RowObjects {
  private let openings: [[UInt8]]
  private let isFlag: [Bool]

  init(_ columns: [Column]) {
    isFlag = columns.map { $0.kind == .flag }
    openings = columns.enumerated().map { place, column in
      Array(((place == 0 ? "{" : ",") + JSONValue.text(column.name).compact + ":").utf8)
    }
  }

  /// Writes a row without a line feed.
  func write(_ cells: [Cell], to buffer: OutputBuffer) {
    if cells.isEmpty { buffer.append("{") }
    for (place, cell) in cells.enumerated() {
      openings[place].withUnsafeBufferPointer { buffer.append($0) }
      switch cell {
      case .null: buffer.append("null")
      case .integer(let number) where isFlag[place]: buffer.append(number == 0 ? "false" : "true")
      case .integer(let number): buffer.append(number)
      case .real(let number): buffer.appendJSON(number)
      case .text(let bytes): buffer.appendJSON(bytes)
      case .blob(let bytes):
        buffer.append(UInt8(ascii: "\""))
        buffer.appendHexadecimal(bytes)
        buffer.append(UInt8(ascii: "\""))
      }
    }
    buffer.append(UInt8(ascii: "}"))
  }
}
