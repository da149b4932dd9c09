internal import JSONReading
internal import PartyIdentifiers
internal import Store
internal import Vocabulary

/// Reads entries of the version in force back from their rows.
final class StoredParties {
  private let list: String
  private let entry: Statement
  private let names: Statement
  private let countries: Statement
  private let identifiers: Statement
  private let dates: Statement
  private let relations: Statement

  init(list: String, _ connection: Connection) throws {
    self.list = list
    func rows(_ columns: String, _ table: String) throws -> Statement {
      try connection.prepare(
        "SELECT \(columns) FROM \(table) WHERE list = ? AND entry = ? ORDER BY position")
    }
    entry = try connection.prepare(
      """
      SELECT party_kind, section, programmes, title, gender, remarks, listed_on
      FROM trade_list_entry WHERE list = ? AND entry = ?
      """)
    names = try rows("kind, name, language", "trade_list_name")
    countries = try rows("role, country_text, detail", "trade_list_country")
    identifiers = try rows("kind, number, country_text, scheme", "trade_list_identifier")
    dates = try rows("role, date_text, earliest, latest, is_approximate", "trade_list_date")
    relations = try rows("relation, other_name", "trade_list_relation")
  }

  /// The party of an entry; nil where the list has none.
  func party(_ identifier: String) throws -> ListedParty? {
    guard let row = try all(entry, identifier).first,
      let kind = ListedParty.Kind(rawValue: row[0].text ?? "")
    else { return nil }
    var party = ListedParty(entry: identifier, kind: kind)
    party.section = row[1].text
    party.programmes = try JSONTree(Array((row[2].text ?? "[]").utf8)).items.compactMap(\.text)
    party.title = row[3].text
    party.gender = row[4].text
    party.remarks = row[5].text
    party.listedOn = Self.day(row[6])
    party.names = try all(names, identifier).map {
      ListedParty.Name(
        kind: .init(rawValue: $0[0].text ?? "") ?? .alias, text: $0[1].text ?? "",
        language: $0[2].text)
    }
    party.countries = try all(countries, identifier).map {
      ListedParty.Country(role: $0[0].text ?? "", text: $0[1].text, detail: $0[2].text)
    }
    party.identifiers = try all(identifiers, identifier).map {
      ListedParty.Identifier(
        kind: $0[0].text ?? "", number: $0[1].text ?? "", country: $0[2].text,
        scheme: IdentifierScheme(rawValue: $0[3].text ?? ""))
    }
    party.dates = try all(dates, identifier).map {
      ListedParty.Date(
        role: $0[0].text ?? "",
        date: PartialDate(
          $0[1].text ?? "", earliest: Self.day($0[2]), latest: Self.day($0[3]),
          isApproximate: $0[4].integer == 1))
    }
    party.relations = try all(relations, identifier).map {
      ListedParty.Relation(kind: $0[0].text ?? "", name: $0[1].text ?? "")
    }
    return party
  }

  private func all(_ statement: Statement, _ identifier: String) throws -> [[Value]] {
    try statement.bind([.text(list), .text(identifier)])
    var rows: [[Value]] = []
    while try statement.step() { rows.append(statement.values) }
    return rows
  }

  private static func day(_ value: Value) -> Day? { value.text.flatMap { try? Day($0) } }
}
