internal import Kernel
internal import Reference
internal import Tabular
internal import Vocabulary

/// The rows of a table whose first line names its columns.
struct HeadedRows {
  /// A row by the names of its columns; columns without a text are left out.
  struct Row {
    fileprivate let record: CSVRecord
    fileprivate let values: [String: String]

    /// The line on which it begins, from 1.
    var line: Int { record.line }

    /// The whole row as it would be written.
    var content: String { record.content }

    /// The text of a column; nil where nothing stands.
    subscript(column: String) -> String? { values[column] }

    /// The parts of a column that lists several things.
    func parts(_ column: String, separator: Character = ";") -> [String] {
      (values[column] ?? "").split(separator: separator)
        .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }
  }

  /// The name of the layout, for errors.
  let name: String
  /// The columns that must be there.
  let required: [String]
  /// The columns that may be there; nil where any may.
  var optional: [String]?
  /// The byte between fields.
  var delimiter = UInt8(ascii: ",")

  /// Gives each row to a closure; a row with another number of fields is refused with its line.
  ///
  /// - Parameter next: gives the next bytes, where some were read before.
  /// - Throws: `TowerError` for a file that is no such table, with the columns that are missing and
  ///   those that are not known.
  func forEach(
    of session: ImportSession, next: (() throws -> [UInt8]?)? = nil, _ body: (Row) throws -> Void
  ) throws {
    var reader = CSVReader(delimiter: delimiter, source: next ?? { try session.next() })
    var record = CSVRecord()
    var isOpen = false
    do {
      guard try reader.next(into: &record) else {
        throw TowerError(.failed, "\(session.path) is empty")
      }
      let columns = (0..<record.count).map { WesternText.of(record, $0) }
      try check(columns, session.path)
      while try reader.next(into: &record) {
        guard record.count == columns.count else {
          let reason = "\(columns.count) fields expected, \(record.count) found"
          if record.count < columns.count { try session.refuseCut(at: record, reason) }
          session.reject(line: record.line, reason: reason, content: record.content)
          continue
        }
        var values: [String: String] = [:]
        for (index, column) in columns.enumerated() where !record.isEmpty(index) {
          let text = WesternText.of(record, index)
          if !text.isEmpty { values[column] = text }
        }
        try body(Row(record: record, values: values))
        isOpen = record.isOpen
      }
      if isOpen { session.noteOpenEnd() }
    } catch let error as CSVError {
      throw TowerError(
        .failed, "\(session.path):\(error.line): \(error.message)", hints: ["nothing was changed"])
    }
  }

  /// Compares the columns of a file with those that are known.
  private func check(_ columns: [String], _ path: String) throws {
    let missing = required.filter { !columns.contains($0) }
    let known = Set(required + (optional ?? columns))
    let unknown = columns.filter { !known.contains($0) }
    guard !missing.isEmpty || !unknown.isEmpty else { return }
    func quoted(_ names: [String]) -> String { "'" + names.joined(separator: "', '") + "'" }
    throw TowerError(
      .failed, "\(path):1: the columns are not those of \(name)",
      hints: [
        missing.isEmpty ? nil : "missing: \(quoted(missing))",
        unknown.isEmpty ? nil : "not known: \(quoted(unknown))",
        "nothing was changed; the publisher may have changed the layout, or this is another file",
      ].compactMap { $0 })
  }
}

/// Identifiers for entries of lists that give none: the beginning of a digest of what stays the same.
struct MadeIdentifiers {
  private var counts: [String: Int] = [:]

  /// An identifier that no entry before has: an equal one gets a number behind it.
  mutating func unique(_ identifier: String) -> String {
    counts[identifier, default: 0] += 1
    let count = counts[identifier] ?? 1
    return count == 1 ? identifier : "\(identifier)-\(count)"
  }

  /// The identifier of an entry by its parts.
  mutating func made(of parts: [String?]) -> String {
    unique(String(Digest.of(parts.map { $0 ?? "" }.joined(separator: "\u{1F}")).prefix(16)))
  }
}
