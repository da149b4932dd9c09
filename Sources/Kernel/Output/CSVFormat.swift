internal import Store

/// An answer as comma-separated values: the first table alone, so that a program can always read it.
final class CSVFormat: AnswerWriter {
  private let buffer: OutputBuffer
  private var isLeftOut = false
  private var hasTable = false

  init(_ buffer: OutputBuffer) { self.buffer = buffer }

  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws {
    isLeftOut = hasTable && !goesOn
    guard !hasTable else { return }
    hasTable = true
    columns.map { Value.text($0.name) }.withCells { line($0) }
  }

  func row(_ cells: [Cell]) throws {
    guard !isLeftOut else { return }
    line(cells)
    try buffer.rowEnded()
  }

  func end(_ table: WrittenTable) throws {}
  func text(_ text: String) throws { buffer.append(text) }
  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws {}

  private func line(_ cells: [Cell]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      switch cell {
      case .null: break
      case .integer(let number): buffer.append(number)
      case .real(let number): buffer.append(number)
      case .text(let bytes): buffer.appendCSV(bytes)
      case .blob(let bytes): buffer.appendHexadecimal(bytes)
      }
    }
    // A line with nothing on it would be no record.
    if cells.count == 1, cells[0].isEmpty { buffer.append("\"\"") }
    buffer.append(UInt8(ascii: "\n"))
  }
}

extension Cell {
  fileprivate var isEmpty: Bool {
    switch self {
    case .null: true
    case .text(let bytes), .blob(let bytes): bytes.isEmpty
    default: false
    }
  }
}

extension [Value] {
  /// Lends the values as cells to the body.
  func withCells<T>(_ body: ([Cell]) throws -> T) rethrows -> T {
    var row = CellRow()
    return try row.with(self, body)
  }
}
