internal import Store

/// An answer as one JSON object; it is no JSON until the last row and what follows are written.
final class JSONFormat: AnswerWriter {
  let holdsDocumentBesideTables = true
  private let buffer: OutputBuffer
  private var objects = RowObjects([])
  private var document = ""
  private var hasText = false
  private var tableCount = 0
  private var rowCount = 0

  init(_ buffer: OutputBuffer) { self.buffer = buffer }

  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws {
    objects = RowObjects(columns)
    rowCount = 0
    buffer.append(tableCount == 0 ? "{\n  \"tables\": [\n" : ",\n")
    tableCount += 1
    buffer.append("    {\n      \"title\": \(JSONValue.text(title).compact),\n")
    let described = columns.map { column in
      JSONValue.object([
        "name": .text(column.name), "type": .text(column.kind.rawValue),
        "unit": column.unit.map(JSONValue.text) ?? .null,
      ]).compact
    }
    buffer.append("      \"columns\": [\n")
    buffer.append(described.map { "        " + $0 }.joined(separator: ",\n"))
    buffer.append("\n      ],\n      \"rows\": [")
  }

  func row(_ cells: [Cell]) throws {
    buffer.append(rowCount == 0 ? "\n        " : ",\n        ")
    rowCount += 1
    objects.write(cells, to: buffer)
    try buffer.rowEnded()
  }

  func end(_ table: WrittenTable) throws {
    buffer.append(rowCount == 0 ? "],\n" : "\n      ],\n")
    buffer.append("      \"row_count\": ")
    buffer.append(Int64(table.rowCount))
    buffer.append(",\n      \"sha256\": \(JSONValue(Value(table.digest)).compact)\n    }")
  }

  func text(_ text: String) throws {
    hasText = true
    document += text
  }

  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws {
    buffer.append(tableCount == 0 ? "{\n  \"tables\": [],\n" : "\n  ],\n")
    let facts = AnswerFacts(result, tables)
    let rest: [(key: String, value: JSONValue)] =
      [
        ("text", hasText ? .text(document) : .null), ("notes", .texts(result.notes)),
      ] + facts.ofAnswer
    let lines = rest.map { "  \(JSONValue.text($0.key).compact): \($0.value.compact)" }
    buffer.append(lines.joined(separator: ",\n") + "\n}\n")
  }
}
