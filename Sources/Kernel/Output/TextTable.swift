internal import Store
internal import Vocabulary

/// A table for a terminal: columns aligned by display width, numbers to the right.
enum TextTable {
  static func render(_ table: ResultTable) -> String {
    let headings = table.columns.map { $0.name + ($0.unit.map { " [\($0)]" } ?? "") }
    let cells = table.rows.map { row in zip(row, table.columns).map(CellText.human) }
    let widths = headings.indices.map { index in
      ([headings[index]] + cells.map { $0[index] }).map(displayWidth).max() ?? 0
    }
    func line(_ texts: [String]) -> String {
      let padded = texts.indices.map { index in
        let gap = String(repeating: " ", count: widths[index] - displayWidth(texts[index]))
        let isNumber = [.integer, .real].contains(table.columns[index].kind)
        return isNumber ? gap + texts[index] : texts[index] + gap
      }
      var joined = padded.joined(separator: "  ")
      while joined.hasSuffix(" ") { joined.removeLast() }
      return joined + "\n"
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    let count = table.rows.count == 1 ? "(1 row)\n" : "(\(table.rows.count) rows)\n"
    let title = table.title.isEmpty ? "" : table.title + "\n"
    return title + line(headings) + line(rule) + cells.map(line).joined() + count
  }
}

/// A table as Markdown.
enum MarkdownTable {
  static func render(_ table: ResultTable) -> String {
    let headings = table.columns.map { $0.name + ($0.unit.map { " [\($0)]" } ?? "") }
    let rule = table.columns.map { [.integer, .real].contains($0.kind) ? "---:" : "---" }
    let rows = table.rows.map { row in
      zip(row, table.columns).map(CellText.human).map { $0.replacing("|", with: "\\|") }
    }
    let lines = ([headings, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }
    return (table.title.isEmpty ? "" : "### \(table.title)\n\n") + lines.joined()
  }
}
