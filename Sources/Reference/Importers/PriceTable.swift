internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// A table of monthly prices on its way into the store: a row for each month, a column for each
/// series.
struct PriceTable {
  private let codes: [String]
  private let session: ImportSession
  private let insert: Statement
  private var lines: [Month: Int] = [:]

  /// Clears the series of the table, so that its rows replace them.
  init(_ codes: [String], _ session: ImportSession) throws {
    self.codes = codes
    self.session = session
    for code in codes {
      try session.connection.execute(
        "DELETE FROM commodity_price WHERE series = ?", [.text(code)])
      // A series whose name is not known yet still has a code and a group.
      try session.connection.execute(
        "INSERT OR IGNORE INTO commodity_series VALUES (?, NULL, NULL, ?, ?)",
        [
          .text(code), Value(WorldBankCommodityGroups.group(of: code)),
          .text(session.sourceIdentifier),
        ])
    }
    insert = try session.connection.prepare("INSERT INTO commodity_price VALUES (?, ?, ?, ?)")
  }

  /// Takes the row of a month; what is blank stays null.
  ///
  /// - Throws: `CSVRefusal` for a row that is not as expected, with every fault of it; `TowerError`
  ///   for a month that stands in the table already, since either row could be the right one.
  mutating func take(_ record: CSVRecord) throws {
    let month: Month
    do {
      month = try Month((record.text(0) ?? "?").trimmed)
    } catch {
      throw CSVRefusal("\(error)")
    }
    if let before = lines.updateValue(record.line, forKey: month) {
      throw TowerError(
        .failed, "\(session.path):\(record.line): \(month) stands in line \(before) already",
        hints: ["nothing was changed"])
    }
    var prices: [Double?] = []
    var faults: [String] = []
    for (index, code) in codes.enumerated() {
      let price = record.known(index + 1) == nil ? nil : record.number(index + 1)
      if let text = record.known(index + 1), (price ?? 0) <= 0 {
        faults.append("\(code) is '\(text)', not a price above zero")
      }
      prices.append(price)
    }
    guard faults.isEmpty else { throw CSVRefusal(faults.joined(separator: "; ")) }
    for (code, price) in zip(codes, prices) {
      try insert.run([
        .text(code), .text(month.description), Value(price), .text(session.sourceIdentifier),
      ])
      if price != nil { session.accept(part: code) }
    }
  }
}
