internal import CXlsxWriter
internal import Store
internal import Vocabulary

/// An answer as an Excel workbook: a sheet for each table, and one on the answer itself.
///
/// Rows go to a temporary file as they come, so that memory stays small; the workbook is put together
/// at the end.
final class WorkbookFormat: AnswerWriter {
  private let path: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var heading: UnsafeMutablePointer<lxw_format>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var columns: [Column] = []
  private var titles: [String] = []
  private var document = ""
  private var nextRow: UInt32 = 0
  private var cellCount = 0

  /// The most characters that Excel takes in a cell.
  private static let longestText = 32_767
  /// The whole numbers up to which Excel, which keeps every number as a double, keeps each.
  private static let largestInteger: UInt64 = 1 << 53

  /// Begins a workbook.
  ///
  /// - Throws: `TowerError` when the library has no memory for it.
  init(path: String) throws {
    self.path = path
    var options = lxw_workbook_options()
    options.constant_memory = 1
    workbook = workbook_new_opt(path, &options)
    guard let workbook else {
      throw TowerError(.failed, "\(path) could not be begun as a workbook")
    }
    // The same answer gives the same bytes: the library would write the time of day.
    var properties = lxw_doc_properties()
    properties.created = 1
    workbook_set_properties(workbook, &properties)
    heading = workbook_add_format(workbook)
    format_set_bold(heading)
  }

  deinit {
    // An answer that broke off is not written.
    if let workbook { lxw_workbook_free(workbook) }
  }

  func begin(_ title: String, _ columns: [Column], goesOn: Bool) throws {
    guard columns.count <= Int(LXW_COL_MAX) else {
      throw TowerError(
        .failed, "a sheet of Excel has \(LXW_COL_MAX) columns, the answer \(columns.count)")
    }
    titles.append(title)
    try beginSheet(titles.count == 1 ? "Rows" : "Rows \(titles.count)")
    self.columns = columns
    nextRow = 0
    for (place, text) in CellText.headings(columns).enumerated() {
      let column = UInt16(place)
      let width = min(60, max(12, displayWidth(text) + 2))
      worksheet_set_column(sheet, column, column, Double(width), nil)
      try write(text, at: place, heading)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    nextRow = 1
  }

  func row(_ cells: [Cell]) throws {
    guard nextRow < UInt32(LXW_ROW_MAX) else {
      throw TowerError(
        .failed, "a sheet of Excel has \(LXW_ROW_MAX) rows, and the answer has more",
        hints: ["csv and ndjson have no such limit"])
    }
    for (place, cell) in cells.enumerated() { try write(cell, at: place) }
    nextRow += 1
  }

  func end(_ table: WrittenTable) throws {}
  func text(_ text: String) throws { document += text }

  func finish(_ result: CommandResult, _ tables: [WrittenTable]) throws {
    try beginSheet("About")
    worksheet_set_column(sheet, 0, 0, 120, nil)
    let texts =
      document.split(separator: "\n").map(String.init) + titles.filter { !$0.isEmpty }
      + result.notes + AnswerFacts(result, tables).lines
    for (place, text) in texts.enumerated() {
      nextRow = UInt32(place)
      try write(text, at: 0)
    }
    let closing = workbook
    workbook = nil
    try check(workbook_close(closing))
    guard try WorkbookCheck.cells(of: path) == cellCount else {
      throw TowerError(
        .failed, "\(path) could not be written whole: is there space for temporary files?")
    }
  }

  private func beginSheet(_ name: String) throws {
    sheet = workbook_add_worksheet(workbook, name)
    guard sheet != nil else { throw TowerError(.failed, "\(path): the sheet could not be begun") }
  }

  private func write(_ cell: Cell, at place: Int) throws {
    let column = UInt16(place)
    switch cell {
    case .null: break
    case .integer(let number) where columns[place].kind == .flag:
      try written(worksheet_write_boolean(sheet, nextRow, column, number == 0 ? 0 : 1, nil))
    case .integer(let number) where number.magnitude <= WorkbookFormat.largestInteger:
      try written(worksheet_write_number(sheet, nextRow, column, Double(number), nil))
    case .integer(let number): try write(String(number), at: place)
    case .real(let number) where number.isFinite:
      try written(worksheet_write_number(sheet, nextRow, column, number, nil))
    case .real(let number): try write(number.description, at: place)
    case .text(let bytes): try write(String(decoding: bytes, as: UTF8.self), at: place)
    case .blob: try write(cell.value.hexadecimal, at: place)
    }
  }

  private func write(
    _ text: String, at place: Int, _ format: UnsafeMutablePointer<lxw_format>? = nil
  ) throws {
    guard text.utf16.count <= WorkbookFormat.longestText else {
      throw TowerError(
        .failed,
        "a cell of Excel holds \(WorkbookFormat.longestText) characters, and row \(nextRow) has a "
          + "text of \(text.utf16.count)",
        hints: ["csv and ndjson have no such limit"])
    }
    guard !text.isEmpty else { return }
    // The library reads texts up to the first NUL.
    let whole = text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    try written(worksheet_write_string(sheet, nextRow, UInt16(place), whole, format))
  }

  private func written(_ code: lxw_error) throws {
    cellCount += 1
    try check(code)
  }

  private func check(_ code: lxw_error) throws {
    guard code != LXW_NO_ERROR else { return }
    throw TowerError(
      .failed, "\(path) could not be written: \(String(cString: lxw_strerror(code)))")
  }
}
