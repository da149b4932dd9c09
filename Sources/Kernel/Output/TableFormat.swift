internal import Store
internal import Vocabulary

/// An answer as tables for a terminal: columns aligned by display width, numbers to the right.
///
/// The first rows set the widths; a later cell that is wider runs over, and nothing is cut.
final class TableFormat: AnswerWriter {
  private let buffer: OutputBuffer
  private var columns: [Column] = []
  private var isNumber: [Bool] = []
  private var widths: [Int] = []
  private var held: [[String]] = []
  private var heldSize = 0
  private var hasWidths = false
  private var hasTable = false

  /// How many rows, and how many bytes of them, are held to set the widths.
  private static let heldRows = 1000
  private static let heldBytes = 1 << 20
  /// The width up to which a cell makes its column wider.
  private static let widest = 200

  init(_ buffer: OutputBuffer) { self.buffer = buffer }

  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws {
    if hasTable { buffer.append(UInt8(ascii: "\n")) }
    hasTable = true
    self.columns = columns
    isNumber = columns.map { [.integer, .real].contains($0.kind) }
    hasWidths = false
    if !title.isEmpty { buffer.append(title + "\n") }
  }

  func row(_ cells: [Cell]) throws {
    let texts = zip(cells, columns).map(CellText.human)
    guard !hasWidths else {
      line(texts)
      return try buffer.rowEnded()
    }
    held.append(texts)
    heldSize += texts.reduce(0) { $0 + $1.utf8.count }
    if held.count == TableFormat.heldRows || heldSize > TableFormat.heldBytes { try release() }
  }

  func end(_ table: WrittenTable) throws {
    if !hasWidths { try release() }
    buffer.append(table.rowCount == 1 ? "(1 row)\n" : "(\(table.rowCount) rows)\n")
  }

  func text(_ text: String) throws {
    buffer.append(text)
    try buffer.rowEnded()
  }

  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws {}

  /// Sets the widths by the rows that are held, and writes those.
  private func release() throws {
    let headings = CellText.headings(columns)
    widths = headings.map(displayWidth)
    for texts in held {
      for (place, text) in texts.enumerated() {
        let width = displayWidth(text)
        if width > widths[place], width <= TableFormat.widest { widths[place] = width }
      }
    }
    hasWidths = true
    line(headings)
    line(widths.map { String(repeating: "-", count: $0) })
    for texts in held {
      line(texts)
      try buffer.rowEnded()
    }
    held = []
    heldSize = 0
  }

  private func line(_ texts: [String]) {
    var line = ""
    for (place, text) in texts.enumerated() {
      if place > 0 { line += "  " }
      let gap = String(repeating: " ", count: max(0, widths[place] - displayWidth(text)))
      line += isNumber[place] ? gap + text : text + gap
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    buffer.append(line + "\n")
  }
}
