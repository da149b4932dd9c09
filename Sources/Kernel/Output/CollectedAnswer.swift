internal import Store

/// An answer kept in memory, for what reads it as values: a step of a job, a test.
final class CollectedAnswer: AnswerWriter {
  let holdsDocumentBesideTables = true
  private var title = ""
  private var columns: [Column] = []
  private var rows: [[Value]] = []
  private(set) var tables: [ResultTable] = []
  private(set) var text: String?

  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws {
    self.title = title
    self.columns = columns
    rows = []
  }

  func row(_ cells: [Cell]) throws { rows.append(cells.map(\.value)) }

  func end(_ table: WrittenTable) throws {
    tables.append(ResultTable(title: title, columns: columns, rows: rows))
  }

  func text(_ text: String) throws { self.text = (self.text ?? "") + text }

  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws {}
}
