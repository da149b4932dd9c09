extension Store {
  /// What is wrong with the file: its pages, its indexes and its foreign keys; empty when sound.
  public func integrityProblems() throws -> [String] {
    do {
      let connection = try openForReading()
      return try connection.pageProblems() + connection.referenceProblems()
    } catch let error as StoreError where error.kind == .damaged {
      return [error.message]
    }
  }
}

extension Connection {
  func pageProblems() throws -> [String] {
    try rows("PRAGMA integrity_check").compactMap { $0[0].text }.filter { $0 != "ok" }
  }

  /// The rows that refer to a row that is not there.
  func referenceProblems() throws -> [String] {
    try rows("PRAGMA foreign_key_check").map { row in
      // A table without row numbers does not say which of its rows it is.
      let place = row[1].integer.map { "row \($0)" } ?? "a row"
      return "\(place) of table '\(row[0].text ?? "")', which refers to a missing row of table "
        + "'\(row[2].text ?? "")'"
    }
  }
}
