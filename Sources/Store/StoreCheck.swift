extension Store {
  /// What is wrong with the file: its pages, its indexes and its foreign keys; empty when sound.
  public func integrityProblems() throws -> [String] {
    let connection = try openForReading()
    let pages = try connection.rows("PRAGMA integrity_check").compactMap { $0[0].text }
      .filter { $0 != "ok" }
    let keys = try connection.rows("PRAGMA foreign_key_check").map { row in
      "\(row[0].text ?? "?") row \(row[1].integer ?? 0) refers to a missing \(row[2].text ?? "?")"
    }
    return pages + keys
  }
}
