internal import Store

/// An answer as lines of JSON, one for each row of the first table.
final class LinesFormat: AnswerWriter {
  private let buffer: OutputBuffer
  private let showsFacts: Bool
  private var objects: RowObjects?
  private var isLeftOut = false

  /// - Parameter showsFacts: whether a last line says what is known of the whole.
  init(_ buffer: OutputBuffer, showsFacts: Bool) {
    self.buffer = buffer
    self.showsFacts = showsFacts
  }

  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws {
    isLeftOut = objects != nil && !goesOn
    if !isLeftOut { objects = RowObjects(columns) }
  }

  func row(_ cells: [Cell]) throws {
    guard !isLeftOut else { return }
    objects?.write(cells, to: buffer)
    buffer.append(UInt8(ascii: "\n"))
    try buffer.rowEnded()
  }

  func end(_ table: WrittenTable) throws {}

  func text(_ text: String) throws {
    buffer.append(text)
    try buffer.rowEnded()
  }

  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws {
    guard showsFacts else { return }
    let facts = AnswerFacts(result, tables)
    buffer.append(JSONValue.object(["meta": .object(facts.pairs)]).compact + "\n")
  }
}
