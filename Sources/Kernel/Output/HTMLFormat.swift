internal import Store

/// An answer as a page of HTML; a page that ends without its last lines is not whole.
final class HTMLFormat: AnswerWriter {
  private let buffer: OutputBuffer
  private let showsFacts: Bool
  private var columns: [Column] = []
  private var hasBegun = false

  init(_ buffer: OutputBuffer, showsFacts: Bool) {
    self.buffer = buffer
    self.showsFacts = showsFacts
  }

  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws {
    beginPage()
    self.columns = columns
    if !title.isEmpty { buffer.append("<h2>\(HTMLFormat.escaped(title))</h2>\n") }
    let headings = CellText.headings(columns).map { "<th>\(HTMLFormat.escaped($0))</th>" }
    buffer.append("<table>\n<thead><tr>\(headings.joined())</tr></thead>\n<tbody>\n")
  }

  func row(_ cells: [Cell]) throws {
    buffer.append("<tr>")
    for (cell, column) in zip(cells, columns) {
      let isNumber = [.integer, .real].contains(column.kind)
      buffer.append(isNumber ? "<td class=\"number\">" : "<td>")
      buffer.append(HTMLFormat.escaped(CellText.human(cell, column)))
      buffer.append("</td>")
    }
    buffer.append("</tr>\n")
    try buffer.rowEnded()
  }

  func end(_ table: WrittenTable) throws { buffer.append("</tbody>\n</table>\n") }

  func text(_ text: String) throws {
    beginPage()
    buffer.append("<pre>\(HTMLFormat.escaped(text))</pre>\n")
    try buffer.rowEnded()
  }

  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws {
    beginPage()
    let lines = result.notes + (showsFacts ? AnswerFacts(result, tables).lines : [])
    if !lines.isEmpty {
      let items = lines.map { "<li>\(HTMLFormat.escaped($0))</li>\n" }.joined()
      buffer.append("<ul>\n\(items)</ul>\n")
    }
    buffer.append("</body>\n</html>\n")
  }

  private func beginPage() {
    guard !hasBegun else { return }
    hasBegun = true
    buffer.append(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Control Tower</title>
      <style>
      body { font: 15px/1.4 sans-serif; margin: 1.5em }
      table { border-collapse: collapse }
      th, td { border-bottom: 1px solid #999; padding: .2em .6em; text-align: left }
      .number { text-align: right; font-variant-numeric: tabular-nums }
      </style>
      </head>
      <body>

      """)
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22].contains($0) }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
