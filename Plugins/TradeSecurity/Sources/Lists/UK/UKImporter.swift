internal import Kernel
internal import Tabular
internal import Vocabulary

/// Takes the consolidated list of the UK's Office of Financial Sanctions Implementation.
enum UKImporter {
  static let importer = Importer(
    "uk-ofsi",
    doc: "Takes the UK's consolidated list of asset-freeze targets, ConList.csv.",
    defaultCard: SourceCard(
      publisher: "HM Treasury, Office of Financial Sanctions Implementation",
      title: "UK consolidated list of financial sanctions targets",
      licence: "Open Government Licence v3"),
    allowsOddRows: true
  ) { session in
    try ListInForce.keeping(list, session) {
      var reader = CSVReader { try session.next() }
      var record = CSVRecord()
      do {
        try readHead(session, &reader, &record)
        let columns = try columns(session, &reader, &record)
        let groups = try UKGroups(session, columns, &reader, &record)
        let writer = try ListWriter(list: list, layout: "ConList.csv", session: session)
        for group in groups.inOrder {
          try writer.take(line: group.line, summary: group.summary) { () throws(EntryRefusal) in
            try UKEntry.party(group.rows)
          }
        }
        try writer.finish()
      } catch let error as CSVError {
        throw TowerError(.failed, "\(session.path):\(error.line): \(error.message)")
      }
    }
  }

  private static let list = "uk-ofsi"

  /// Reads the first line: `Last Updated,13/04/2018`.
  private static func readHead(
    _ session: ImportSession, _ reader: inout CSVReader, _ record: inout CSVRecord
  ) throws {
    guard try reader.next(into: &record), record.count >= 2, record.text(0) == "Last Updated",
      let day = UKEntry.day(record.text(1) ?? "")
    else {
      throw TowerError(
        .failed,
        "\(session.path):1: 'Last Updated,DD/MM/YYYY' is expected, not "
          + "'\(record.content.prefix(80))'",
        hints: ["nothing was changed; the publisher may have changed the layout"])
    }
    session.card.asOf = day
    session.card.version = day.description
  }

  /// Reads the names of the columns: those that are needed must be there, others are named.
  private static func columns(
    _ session: ImportSession, _ reader: inout CSVReader, _ record: inout CSVRecord
  ) throws -> [String] {
    guard try reader.next(into: &record) else {
      throw TowerError(.failed, "\(session.path):2: the names of the columns are missing")
    }
    let names = (0..<record.count).map { WesternText.of(record, $0) }
    let missing = UKEntry.columns.filter { !names.contains($0) }
    guard missing.isEmpty else {
      let unknown = names.filter { !(UKEntry.columns + UKEntry.laterColumns).contains($0) }
      throw TowerError(
        .failed,
        "\(session.path):2: the columns '\(missing.joined(separator: "', '"))' are missing",
        hints: [
          "not known: " + (unknown.isEmpty ? "none" : unknown.joined(separator: ", ")),
          "nothing was changed; the publisher may have changed the layout",
        ])
    }
    return names
  }
}

/// The rows of a list by their group: one party has a row for each name and more.
struct UKGroups {
  /// The rows of one party.
  struct Group {
    let line: Int
    var rows: [[String: String]]

    var summary: String {
      (rows.first ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        .joined(separator: " | ")
    }
  }

  private(set) var inOrder: [Group] = []
  /// As much text as is kept at once; the list of 2018 has 5 MB.
  private static let largest = 512 << 20

  /// Reads all rows; a row without a group, or with another number of fields, is refused.
  ///
  /// - Throws: `TowerError` for a file far larger than any list, as a party's rows are not together.
  init(
    _ session: ImportSession, _ columns: [String], _ reader: inout CSVReader,
    _ record: inout CSVRecord
  ) throws {
    var places: [String: Int] = [:]
    var isWestern = false
    var bytes = 0
    while try reader.next(into: &record) {
      // A row of hardly any text costs memory too.
      bytes += 256
      guard bytes <= UKGroups.largest else {
        throw TowerError(.failed, "\(session.path) is far larger than any list of the UK")
      }
      guard record.count == columns.count else {
        session.reject(
          line: record.line, reason: "\(columns.count) fields expected, \(record.count) found",
          content: record.content)
        continue
      }
      var row: [String: String] = [:]
      for (index, column) in columns.enumerated() where !record.isEmpty(index) {
        isWestern = isWestern || record.text(index) == nil
        let text = WesternText.of(record, index)
        if !text.isEmpty { row[column] = text }
        bytes += text.utf8.count
      }
      guard let group = row["Group ID"] else {
        session.reject(line: record.line, reason: "Group ID is missing", content: record.content)
        continue
      }
      if let place = places[group] {
        inOrder[place].rows.append(row)
      } else {
        places[group] = inOrder.count
        inOrder.append(Group(line: record.line, rows: [row]))
      }
    }
    if isWestern { session.note("the file is not UTF-8; it was read as Windows-1252") }
  }
}
