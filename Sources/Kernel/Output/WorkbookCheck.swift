/// Counts the cells of a written workbook.
///
/// The library that writes workbooks does not look whether its temporary files could be written: on a
/// full disk it leaves rows out and reports success.
struct WorkbookCheck {
  private static let closing = Array("</c>".utf8)
  private var matched = 0
  private var cells = 0

  /// How many cells the sheets of a workbook have.
  ///
  /// - Throws: `TowerError` for a file that is not whole.
  static func cells(of path: String) throws -> Int {
    let file = try ByteStream(path: path)
    var check = WorkbookCheck()
    while let name = try file.nextMember() {
      guard name.hasPrefix("xl/worksheets/sheet") else { continue }
      while let bytes = try file.next() { check.count(bytes) }
    }
    return check.cells
  }

  // In the data of a cell `<` is always escaped.
  private mutating func count(_ bytes: [UInt8]) {
    for byte in bytes {
      if byte == WorkbookCheck.closing[matched] {
        matched += 1
      } else {
        matched = byte == WorkbookCheck.closing[0] ? 1 : 0
      }
      guard matched == WorkbookCheck.closing.count else { continue }
      cells += 1
      matched = 0
    }
  }
}
