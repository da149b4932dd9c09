internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes the World Bank's Worldwide Governance Indicators (Kaufmann, Kraay & Mastruzzi 2010).
///
/// A measure of a dimension in a year that a file holds replaces the one before as a whole. What the
/// file does not know (`nan`, `None`, blank) is no row.
enum GovernanceImporter {
  static let importer = Importer(
    "wgi", doc: "Takes Worldwide Governance Indicators: a column a year, or all six dimensions.",
    defaultCard: SourceCard(
      publisher: "World Bank", title: "Worldwide Governance Indicators", licence: "CC BY 4.0"),
    parameters: [
      Parameter(
        "dimension", .choice(GovernanceLayout.dimensions),
        doc: "What the values are of; else the card or the file's name, else political_stability."),
      Parameter(
        "measure", .choice(GovernanceLayout.measures),
        doc: "What the values are; else the card or the file's name says it."),
      Parameter(
        "year", .integer(1996...2100),
        doc: "The year, of a file with all dimensions; else the card or the file's name says it."),
      Parameter(
        "conflict", .choice(["first", "last"]),
        doc: "Which of two rows of one country counts when they differ: first, unless said."),
    ]
  ) { session in
    let (layout, rows) = try rows(session)
    let kept = try settled(rows, layout, session)
    let insert = try session.connection.prepare(
      "INSERT INTO governance VALUES (?, ?, ?, ?, ?, ?)")
    for field in layout.fields {
      let known = kept.compactMap { row in row.values[field].map { (row.country, $0) } }
      guard !known.isEmpty else { continue }
      try session.connection.execute(
        "DELETE FROM governance WHERE dimension = ? AND measure = ? AND year = ?",
        [.text(field.dimension), .text(field.measure), Value(field.year)])
      for (country, value) in known {
        try insert.run([
          .text(field.dimension), .text(field.measure), Value(field.year), .text(country),
          .real(value), .text(session.sourceIdentifier),
        ])
        session.accept(part: field.part)
      }
    }
  }

  /// One country's row.
  private struct Row {
    let line: Int
    let country: String
    let values: [GovernanceLayout.Field: Double]
    let content: String
  }

  private static func rows(_ session: ImportSession) throws -> (GovernanceLayout, [Row]) {
    var found: [Row] = []
    var read: GovernanceLayout?
    var isLegend = false
    try session.forEachRecord(GovernanceLayout.expected) { header in
      read = try GovernanceLayout(header: header, session: session)
      return read
    } body: { record, layout in
      let isBlank = (0..<record.count).allSatisfy(record.isEmpty)
      // The publisher's notes on its columns follow the last country.
      isLegend = isLegend || record.text(0) == "Legend"
      if !isBlank, !isLegend { found.append(try row(record, layout)) }
    }
    guard let read else { throw TowerError(.failed, "\(session.path) is empty") }
    return (read, found)
  }

  private static func row(_ record: CSVRecord, _ layout: GovernanceLayout) throws -> Row {
    let code = record.text(1) ?? ""
    guard code.utf8.count == 3, code.utf8.allSatisfy(isCodeLetter) else {
      throw CSVRefusal("the code of a country has three capital letters or digits")
    }
    var values: [GovernanceLayout.Field: Double] = [:]
    for field in layout.fields where record.known(field.index) != nil {
      guard let value = record.number(field.index), isPossible(value, field.measure) else {
        throw CSVRefusal("the \(field.measure) of \(field.year) is not a number of its kind")
      }
      values[field] = value
    }
    return Row(
      line: record.line, country: WorldBankCodes.iso(code), values: values,
      content: record.content)
  }

  private static func isCodeLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // Estimates are standard normal before they are published; ten deviations are an error of data.
  private static func isPossible(_ value: Double, _ measure: String) -> Bool {
    measure == "estimate" ? (-10...10).contains(value) : value > 0 && value < 10
  }

  /// One row for each country; the other of two that differ is kept as refused.
  private static func settled(
    _ rows: [Row], _ layout: GovernanceLayout, _ session: ImportSession
  ) throws -> [Row] {
    let takesLast = try session.choice("conflict", of: ["first", "last"]) == "last"
    var kept: [String: Row] = [:]
    for row in rows {
      guard let other = kept[row.country] else {
        kept[row.country] = row
        continue
      }
      let refused = takesLast ? other : row
      kept[row.country] = takesLast ? row : other
      let years = layout.fields.filter { other.values[$0] != row.values[$0] }.map(\.year)
      session.reject(
        line: refused.line, reason: reason(refused, years: years, takesLast: takesLast),
        content: refused.content, isSound: true)
    }
    return rows.compactMap { row in kept[row.country]?.line == row.line ? row : nil }
  }

  private static func reason(_ row: Row, years: [Int], takesLast: Bool) -> String {
    guard let first = years.first, let last = years.last else {
      return "\(row.country) stands twice with the same values"
    }
    let span = first == last ? "\(first)" : "\(years.count) years from \(first) to \(last)"
    return "\(row.country) stands twice with different values for \(span); the "
      + "\(takesLast ? "last" : "first") row was taken (--conflict first|last)"
  }
}
