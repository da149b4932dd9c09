internal import Kernel
internal import Store
internal import Vocabulary

/// The command `trade portfolio import`: takes the parties of a file in place of those before.
enum PortfolioImporter {
  static let command: Command = {
    let taking = importer.command
    return Command(
      "trade portfolio import", summary: "Takes a file of parties to be screened again and again.",
      discussion: """
        The file, CSV with a header or NDJSON, replaces what the portfolio had, whole or not at all. A
        party is known again by the column `id`; without one, by all that is compared of it. Rows
        without a name and repeated identifiers are refused; what is not understood of a row is said
        and not compared. Parties may be people: the purpose is required and goes to the ledger, the
        marking decides who may see them, and no table of them is open to questions. Nothing is
        screened yet: `trade portfolio rescreen` looks at what changed.
        """,
      parameters: taking.parameters, columns: taking.columns, effect: .writes,
      examples: [
        "trade portfolio import config/portfolios/suppliers.csv --portfolio suppliers "
          + "--purpose 'export control' --marking TLP:GREEN"
      ], run: taking.run)
  }()

  private static let importer = Importer(
    "portfolio", doc: "Takes parties that are screened again and again.",
    defaultCard: SourceCard(
      publisher: "deployment", title: "Portfolio of parties", licence: "own data"),
    parameters: [
      Parameter("portfolio", .text, .required, doc: "The name of the portfolio."),
      Parameter("purpose", .text, .required, doc: "What the parties are screened for."),
      Parameter("marking", .text, doc: "How far they may travel, if the source card does not say."),
      Parameter(
        "map", .text,
        doc: "Columns of the file: id=COLUMN,name=...,birth_date=...,country=...,identifier=...,"
          + "type=..."),
    ], allowsOddRows: true, run: take)

  private static func take(_ session: ImportSession) throws {
    let name = session.arguments.text("portfolio")
    try check(name, session)
    let input = try ScreenInput(
      path: session.path, map: session.arguments.optionalText("map"), session.connection)
    try begin(name, session)
    let insert = try session.connection.prepare(
      """
      INSERT INTO trade_portfolio_party VALUES (?, ?, ?, ?, NULL, ?)
      ON CONFLICT (portfolio, party) DO UPDATE SET row = excluded.row,
        compared = excluded.compared, source_id = excluded.source_id
      """)
    var rows: [String: Int] = [:]
    var unread: [String] = []
    var row = 0
    while true {
      row += 1
      let query: ScreenQuery
      do {
        guard let next = try input.next() else { break }
        query = next
      } catch let error as TowerError where input.isLines {
        session.reject(line: row, reason: "it is not a JSON object", content: error.message)
        continue
      }
      let fields = ComparedFields(query)
      guard query.name.contains(where: { $0.isLetter || $0.isNumber }) else {
        session.reject(line: row, reason: "the name is missing", content: query.name)
        continue
      }
      var party = input.identifier ?? String(fields.digest.prefix(16))
      if let before = rows[party] {
        guard input.identifier == nil else {
          session.reject(
            line: row, reason: "'\(party)' stands in row \(before) already", content: query.name)
          continue
        }
        var number = 2
        while rows["\(party)#\(number)"] != nil { number += 1 }
        party += "#\(number)"
      }
      rows[party] = row
      unread += query.unread.map { "row \(row), \($0)" }
      try insert.run([
        .text(name), .text(party), Value(row), .text(fields.content),
        .text(session.sourceIdentifier),
      ])
      session.accept(part: name)
    }
    try end(name, unread, session)
  }

  private static func check(_ name: String, _ session: ImportSession) throws {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      throw TowerError(
        .usage, "'\(name)' cannot name a portfolio: letters, digits and hyphens are expected")
    }
    guard session.arguments.text("purpose").contains(where: { !$0.isWhitespace }) else {
      throw TowerError(.usage, "--purpose says nothing")
    }
    if let text = session.arguments.optionalText("marking") {
      do {
        session.card.marking = session.card.marking.combined(with: try Marking(text))
      } catch {
        throw TowerError(.usage, "--marking: \(error)")
      }
    } else if session.card.marking == .clear {
      // What names people must not become public by being silent.
      throw TowerError(
        .usage, "neither --marking nor the source card says how far the parties may travel")
    }
  }

  private static func begin(_ name: String, _ session: ImportSession) throws {
    try session.connection.execute(
      """
      INSERT INTO trade_portfolio VALUES (?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET purpose = excluded.purpose, marking = excluded.marking,
        source_id = excluded.source_id
      """,
      [
        .text(name), .text(session.arguments.text("purpose")),
        .text(session.card.marking.description), .text(session.sourceIdentifier),
      ])
    // Whoever the file does not name has left; the last screening still needs to know who it was.
    try session.connection.execute(
      "UPDATE trade_portfolio_party SET compared = NULL WHERE portfolio = ? AND screened IS NOT NULL",
      [.text(name)])
    try session.connection.execute(
      "DELETE FROM trade_portfolio_party WHERE portfolio = ? AND screened IS NULL", [.text(name)])
  }

  private static func end(_ name: String, _ unread: [String], _ session: ImportSession) throws {
    if !unread.isEmpty {
      session.note(
        "not understood and not compared: " + unread.prefix(10).joined(separator: "; ")
          + (unread.count > 10 ? " and \(unread.count - 10) more" : ""))
    }
    let changes = try session.connection.first(
      """
      SELECT sum(screened IS NULL), sum(compared IS NULL), sum(compared <> screened)
      FROM trade_portfolio_party WHERE portfolio = ?
      """, [.text(name)])
    let counts = (changes ?? []).map { $0.integer ?? 0 }
    guard counts.count == 3, counts.contains(where: { $0 > 0 }) else { return }
    session.note(
      "since the last screening \(counts[0]) parties are new, \(counts[1]) have left and "
        + "\(counts[2]) changed in what is compared")
  }
}
