internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes the United Nations' concordances between two editions of the Harmonized System.
///
/// The header numbers the editions (HS0 is that of 1992, HS6 that of 2022); each code stands with its
/// heading and its chapter. A file replaces the table between its two editions as a whole.
enum ConcordanceImporter {
  static let importer = Importer(
    "hs-concordance",
    doc: "Takes a concordance between two editions (HS6_6d,HS6_4d,HS6_2d,HS0_6d,HS0_4d,HS0_2d).",
    defaultCard: SourceCard(
      publisher: "United Nations Statistics Division", title: "Correlation and conversion tables",
      licence: "free use")
  ) { session in
    var editions: Editions?
    var pairs: [(from: String, to: String)] = []
    var lines: [String: Int] = [:]
    try session.forEachRecord(expected) { header in
      editions = Editions(header: header)
      return editions
    } body: { record, editions in
      if (0..<record.count).allSatisfy(record.isEmpty) {
        throw CSVRefusal("the row is blank", isSound: true)
      }
      let from = try code(record, 0, editions.names[0])
      let to = try code(record, 3, editions.names[1])
      if let line = lines.updateValue(record.line, forKey: from + to) {
        throw CSVRefusal("\(from) and \(to) stand on line \(line) already")
      }
      pairs.append((from, to))
    }
    if let editions { try replace(pairs, editions, session) }
  }

  private static let expected = "'HSa_6d,HSa_4d,HSa_2d,HSb_6d,HSb_4d,HSb_2d', a and b from 0 to 6"

  /// The two editions that a header names.
  private struct Editions {
    /// As the United Nations number them: `HS6`.
    let names: [String]
    let from: String
    let to: String

    init?(header: [String]) {
      let names = header.count == 6 ? [header[0], header[3]].map { $0.dropLast(3) } : []
      let numbers = names.compactMap { $0.hasPrefix("HS") ? Int($0.dropFirst(2)) : nil }
      let levels = ["_6d", "_4d", "_2d"]
      guard numbers.count == 2, numbers[0] != numbers[1],
        numbers.allSatisfy(ProductCode.editions.indices.contains),
        header == numbers.flatMap({ number in levels.map { "HS\(number)\($0)" } })
      else { return nil }
      self.names = names.map(String.init)
      from = ProductCode.editions[numbers[0]]
      to = ProductCode.editions[numbers[1]]
    }
  }

  /// The code that begins at a column, in agreement with its heading and its chapter.
  private static func code(_ record: CSVRecord, _ column: Int, _ edition: String) throws -> String {
    let code = try digits(record, column, count: 6, edition)
    for (offset, count) in [(1, 4), (2, 2)] {
      let above = try digits(record, column + offset, count: count, edition)
      guard code.hasPrefix(above) else {
        throw CSVRefusal("\(edition)_\(count)d is '\(above)', which does not lead \(code)")
      }
    }
    return code
  }

  private static func digits(_ record: CSVRecord, _ column: Int, count: Int, _ edition: String)
    throws -> String
  {
    let text = record.text(column) ?? "?"
    // Spreadsheets drop the zero that leads a code of the chapters 01 to 09.
    let padded = text.utf8.count == count - 1 ? "0" + text : text
    guard padded.utf8.count == count, let number = record.integer(column), number > 0 else {
      throw CSVRefusal("\(edition)_\(count)d is '\(text)', not a code of \(count) digits")
    }
    return padded
  }

  private static func replace(
    _ pairs: [(from: String, to: String)], _ editions: Editions, _ session: ImportSession
  ) throws {
    try session.connection.execute(
      "DELETE FROM product_concordance WHERE from_edition = ? AND to_edition = ?",
      [.text(editions.from), .text(editions.to)])
    let insert = try session.connection.prepare(
      "INSERT INTO product_concordance VALUES (?, ?, ?, ?, ?)")
    for pair in pairs {
      try insert.run([
        .text(editions.from), .text(editions.to), .text(pair.from), .text(pair.to),
        .text(session.sourceIdentifier),
      ])
      session.accept(part: "\(editions.from)-\(editions.to)")
    }
    try note(pairs.map(\.from), of: editions.from, session)
    try note(pairs.map(\.to), of: editions.to, session)
  }

  /// Says which codes are none of the products held, where those of the edition are held.
  private static func note(_ codes: [String], of edition: String, _ session: ImportSession) throws {
    guard let products = try Products.subheadings(of: edition, session.connection) else { return }
    let unknown = Set(codes).subtracting(products).sorted()
    guard !unknown.isEmpty else { return }
    session.note(
      "\(unknown.count) of \(Set(codes).count) codes are none of the products of \(edition) that "
        + "are held, and are kept: \(unknown.listed())")
  }
}
