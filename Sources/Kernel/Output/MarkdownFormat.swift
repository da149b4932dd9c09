internal import Store

/// An answer as tables of Markdown.
final class MarkdownFormat: AnswerWriter {
  private let buffer: OutputBuffer
  private let showsFacts: Bool
  private var columns: [Column] = []
  private var hasTable = false

  init(_ buffer: OutputBuffer, showsFacts: Bool) {
    self.buffer = buffer
    self.showsFacts = showsFacts
  }

  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws {
    if hasTable { buffer.append(UInt8(ascii: "\n")) }
    hasTable = true
    self.columns = columns
    if !title.isEmpty { buffer.append("### \(title)\n\n") }
    line(CellText.headings(columns))
    line(columns.map { [.integer, .real].contains($0.kind) ? "---:" : "---" })
  }

  func row(_ cells: [Cell]) throws {
    line(zip(cells, columns).map(CellText.human))
    try buffer.rowEnded()
  }

  func end(_ table: WrittenTable) throws {}

  func text(_ text: String) throws {
    buffer.append(text)
    try buffer.rowEnded()
  }

  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws {
    guard showsFacts else { return }
    let lines = AnswerFacts(result, tables).lines
    buffer.append("\n" + lines.map { "- \(MarkdownFormat.escaped($0))\n" }.joined())
  }

  private func line(_ texts: [String]) {
    buffer.append("| " + texts.map(MarkdownFormat.escaped).joined(separator: " | ") + " |\n")
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "|")) ? text.replacing("|", with: "\\|") : text
  }
}
