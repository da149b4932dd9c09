internal import Kernel
internal import Ownership
internal import Reference
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes a file of ownership links; it replaces the links that the same file brought before.
enum OwnershipLinkImporter {
  private static let header = [
    "owner", "owned", "share", "holding", "valid_from", "valid_to", "source",
  ]

  static let importer = Importer(
    "ownership-links",
    doc: "Takes ownership links (owner, owned, share, holding, valid_from, valid_to, source).",
    defaultCard: SourceCard(
      publisher: "unknown", title: "Ownership links", licence: "unknown")
  ) { session in
    let part = session.path.split(separator: "/").last.map(String.init) ?? session.path
    let connection = session.connection
    try connection.execute(
      """
      DELETE FROM trade_ownership_link WHERE source_id IN
        (SELECT id FROM tower_source WHERE dataset = 'ownership-links' AND file = ?)
      """, [.text(part)])
    let overlapping = try connection.prepare(
      """
      SELECT valid_from FROM trade_ownership_link
      WHERE owner = ?1 AND owned = ?2 AND holding = ?3 AND stated_by = ?4
        AND (valid_to IS NULL OR valid_to > ?5) AND (?6 IS NULL OR valid_from < ?6) LIMIT 1
      """)
    let insert = try connection.prepare(
      "INSERT INTO trade_ownership_link VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    try session.forEachRecord(header) { record in
      let link = try LinkRecord(record)
      try overlapping.bind(link.key + [.text(link.from?.description ?? ""), Value(link.to)])
      if try overlapping.step() {
        throw CSVRefusal("the same link of the same source is recorded for these days already")
      }
      try insert.run([
        .text(link.owner), .text(link.owned), .text(link.holding.name), .text(link.share.text),
        .text(link.from?.description ?? ""), Value(link.to), .text(link.statedBy),
        .text(session.sourceIdentifier),
      ])
      session.accept(part: part)
    }
  }
}

/// A record of a file of ownership links.
private struct LinkRecord {
  let owner: String
  let owned: String
  let share: ShareBounds
  let holding: Holding
  let from: Day?
  let to: Day?
  let statedBy: String

  /// - Throws: `CSVRefusal` for what is no link.
  init(_ record: CSVRecord) throws {
    owner = try PartyIdentifier.read(record.text(0), "owner")
    owned = try PartyIdentifier.read(record.text(1), "owned")
    do {
      share = try ShareBounds(record.text(2) ?? "")
    } catch {
      throw CSVRefusal(error.description)
    }
    let name = record.text(3) ?? ""
    guard let holding = Holding(name: name.isEmpty ? Holding.shares.name : name) else {
      throw CSVRefusal(
        "holding is '\(name)', not one of " + Holding.allCases.map(\.name).joined(separator: ", "))
    }
    self.holding = holding
    from = try Self.day(record.text(4))
    to = try Self.day(record.text(5))
    if let from, let to, to <= from { throw CSVRefusal("valid_to is not after valid_from") }
    guard let statedBy = record.text(6), !statedBy.isEmpty else {
      throw CSVRefusal("source is missing: who states the link")
    }
    self.statedBy = statedBy
  }

  var key: [Value] { [.text(owner), .text(owned), .text(holding.name), .text(statedBy)] }

  private static func day(_ text: String?) throws -> Day? {
    guard let text, !text.isEmpty else { return nil }
    do {
      return try Day(text)
    } catch {
      throw CSVRefusal(error.message)
    }
  }
}

/// How ownership links name a party: `LIST/ENTRY` for a listed one, any name for another.
enum PartyIdentifier {
  /// An identifier without the spaces around it and the kind of subject before it.
  static func of(_ text: String) -> String {
    let words = text.split(separator: " ").joined(separator: " ")
    return words.hasPrefix("party:") ? String(words.dropFirst(6)) : words
  }

  fileprivate static func read(_ text: String?, _ column: String) throws -> String {
    let identifier = of(text ?? "")
    guard !identifier.isEmpty else { throw CSVRefusal("\(column) is missing") }
    return identifier
  }
}
