internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// Puts the parties of one list into the store, in place of the version before.
final class ListWriter {
  private let list: String
  private let session: ImportSession
  private let countries: CountryTexts
  private let entry: Statement
  private let name: Statement
  private let token: Statement
  private let country: Statement
  private let identifier: Statement
  private let date: Statement
  private var taken: Set<String> = []

  /// Begins a list; the version before is removed.
  init(list: String, session: ImportSession) throws {
    self.list = list
    self.session = session
    let connection = session.connection
    countries = try CountryTexts(connection)
    for table in ListSchema.tablesOfEntry {
      try connection.execute("DELETE FROM \(table) WHERE list = ?", [.text(list)])
    }
    func insert(_ table: String, _ columns: Int) throws -> Statement {
      let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
      return try connection.prepare("INSERT INTO \(table) VALUES (\(marks))")
    }
    entry = try insert("trade_list_entry", 8)
    name = try insert("trade_list_name", 7)
    token = try insert("trade_list_token", 4)
    country = try insert("trade_list_country", 8)
    identifier = try insert("trade_list_identifier", 8)
    date = try insert("trade_list_date", 9)
  }

  /// Takes the party of a record, or keeps the record as refused with its line.
  func take(_ element: XMLElement, _ read: (XMLElement) throws(EntryRefusal) -> ListedParty) throws
  {
    let party: ListedParty
    do throws(EntryRefusal) {
      party = try read(element)
    } catch {
      return session.reject(line: element.line, reason: error.reason, content: element.summary)
    }
    guard taken.insert(party.entry).inserted else {
      return session.reject(
        line: element.line, reason: "the entry '\(party.entry)' stands in the list already",
        content: element.summary)
    }
    try insert(party)
    session.accept(part: list)
  }

  private func insert(_ party: ListedParty) throws {
    let key: [Value] = [.text(list), .text(party.entry)]
    let source = Value.text(session.sourceIdentifier)
    try entry.run(
      key + [
        .text(party.kind.rawValue), .text(JSONValue.texts(party.programmes).compact),
        Value(party.title), Value(party.remarks), Value(party.listedOn), source,
      ])
    for (position, name) in party.names.enumerated() {
      try self.name.run(
        key + [
          Value(position), .text(name.text), .text(name.kind), .text(NameScript.of(name.text)),
          source,
        ])
      for token in NameTokens.of(name.text) {
        try self.token.run([.text(token)] + key + [Value(position)])
      }
    }
    for (position, country) in party.countries.enumerated() {
      try self.country.run(
        key + [
          Value(position), .text(country.role), Value(countries.code(of: country)),
          Value(country.text), Value(country.detail), source,
        ])
    }
    for (position, identifier) in party.identifiers.enumerated() {
      try self.identifier.run(
        key + [
          Value(position), .text(identifier.kind), .text(identifier.number),
          Value(countries.code(identifier.country)), Value(identifier.country), source,
        ])
    }
    for (position, item) in party.dates.enumerated() {
      try date.run(
        key + [
          Value(position), .text(item.role), .text(item.date.text), Value(item.date.earliest),
          Value(item.date.latest), Value(item.date.isApproximate), source,
        ])
    }
  }
}

extension XMLElement {
  /// The texts of the element and of what is in it, for the register of refused rows.
  fileprivate var summary: String {
    ([text] + children.map(\.summary)).filter { !$0.isEmpty }.joined(separator: " | ")
  }
}
