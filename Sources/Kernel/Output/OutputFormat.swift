internal import Store
internal import Tabular
internal import Vocabulary

/// The formats that an answer can be written in.
public enum OutputFormat: String, CaseIterable, Sendable {
  case table, csv, json, ndjson, markdown

  /// Writes an answer; the text ends with a line feed.
  ///
  /// A document is written as it is in every format but JSON. CSV and NDJSON hold the first table alone, so that a program can always read them; its notes
  /// belong on the error stream then.
  public func render(_ result: CommandResult) -> String {
    if let text = result.text, self != .json { return text.hasSuffix("\n") ? text : text + "\n" }
    return switch self {
    case .table: result.tables.map(TextTable.render).joined(separator: "\n")
    case .markdown: result.tables.map(MarkdownTable.render).joined(separator: "\n")
    case .csv: result.tables.first.map(OutputFormat.csv) ?? ""
    case .json: (result.document ?? OutputFormat.json(result)).pretty + "\n"
    case .ndjson: result.tables.first.map(OutputFormat.lines) ?? ""
    }
  }

  /// Whether the format carries the notes of an answer itself.
  public func carriesNotes(of result: CommandResult) -> Bool {
    self == .json && result.document == nil
  }

  private static func csv(_ table: ResultTable) -> String {
    let header = table.columns.map { Value.text($0.name) }
    return ([header] + table.rows).map { CSVWriter.line($0.map(CellText.machine)) }.joined()
  }

  private static func lines(_ table: ResultTable) -> String {
    table.rows.map { object($0, table.columns).compact + "\n" }.joined()
  }

  private static func object(_ row: [Value], _ columns: [Column]) -> JSONValue {
    .object(
      zip(columns, row).map { column, value in
        if column.kind == .flag, let flag = value.integer { return (column.name, .flag(flag != 0)) }
        return (column.name, JSONValue(value))
      })
  }

  private static func json(_ result: CommandResult) -> JSONValue {
    .object([
      "tables": .list(
        result.tables.map { table in
          .object([
            "title": .text(table.title),
            "columns": .list(
              table.columns.map { column in
                .object([
                  "name": .text(column.name), "type": .text(column.kind.rawValue),
                  "unit": column.unit.map(JSONValue.text) ?? .null,
                ])
              }),
            "row_count": .integer(Int64(table.rows.count)),
            "rows": .list(table.rows.map { object($0, table.columns) }),
          ])
        }),
      "text": result.text.map(JSONValue.text) ?? .null, "notes": .texts(result.notes),
      "sources": .texts(result.sources),
      "marking": .text(result.marking.description),
      "status": .integer(Int64(result.status.rawValue)),
    ])
  }
}
