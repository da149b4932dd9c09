internal import Kernel
internal import PartyIdentifiers
internal import Store
internal import Vocabulary

/// The rows of listed parties: how an entry is written, removed and read back.
final class ListRows {
  private let list: String
  private let source: Value
  private let countries: CountryTexts
  private let connection: Connection
  private let entry: Statement
  private let name: Statement
  private let country: Statement
  private let identifier: Statement
  private let date: Statement
  private let relation: Statement
  private let removals: [Statement]
  /// The codes of countries as printed; lists print few different ones.
  private var codes: [String: String?] = [:]

  init(list: String, source: String, _ connection: Connection) throws {
    self.list = list
    self.source = .text(source)
    self.connection = connection
    countries = try CountryTexts(connection)
    func insert(_ table: String, _ columns: Int) throws -> Statement {
      let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
      return try connection.prepare("INSERT INTO \(table) VALUES (\(marks))")
    }
    entry = try insert("trade_list_entry", 11)
    name = try insert("trade_list_name", 8)
    country = try insert("trade_list_country", 8)
    identifier = try insert("trade_list_identifier", 11)
    date = try insert("trade_list_date", 10)
    relation = try insert("trade_list_relation", 7)
    removals = try ListSchema.tablesOfEntry.map {
      try connection.prepare("DELETE FROM \($0) WHERE list = ? AND entry = ?")
    }
  }

  /// Writes an entry.
  func insert(_ party: ListedParty, digest: String) throws {
    let key: [Value] = [.text(list), .text(party.entry)]
    try entry.run(
      key + [
        .text(party.kind.rawValue), Value(party.section),
        .text(JSONValue.texts(party.programmes).compact), Value(party.title),
        Value(party.gender), Value(party.remarks), Value(party.listedOn), .text(digest), source,
      ])
    for (position, name) in party.names.enumerated() {
      try self.name.run(
        key + [
          Value(position), .text(name.text), .text(name.kind.rawValue),
          .text(NameScript.of(name.text)), Value(name.language), source,
        ])
    }
    for (position, country) in party.countries.enumerated() {
      try self.country.run(
        key + [
          Value(position), .text(country.role), Value(code(of: country)),
          Value(country.text), Value(country.detail), source,
        ])
    }
    try insertNumbers(of: party, key)
  }

  private func code(of country: ListedParty.Country) -> String? {
    guard let text = country.text else { return countries.code(of: country) }
    if let known = codes[text] { return known }
    let code = countries.code(text)
    codes[text] = .some(code)
    return code
  }

  private func insertNumbers(of party: ListedParty, _ key: [Value]) throws {
    for (position, number) in party.identifiers.enumerated() {
      let code = code(of: .init(role: "", text: number.country, detail: nil))
      try identifier.run(
        key + [
          Value(position), .text(number.kind), .text(number.number),
          .text(number.scheme.rawValue),
          .text(CheckDigits.normalised(number.number, number.scheme)),
          Value(
            CheckDigits.verdict(number.number, number.scheme, country: code)?.rawValue),
          Value(code), Value(number.country), source,
        ])
    }
    for (position, item) in party.dates.enumerated() {
      try date.run(
        key + [
          Value(position), .text(item.role), .text(item.date.text), Value(item.date.earliest),
          Value(item.date.latest), Value(item.date.precision?.rawValue),
          Value(item.date.isApproximate), source,
        ])
    }
    for (position, item) in party.relations.enumerated() {
      try relation.run(
        key + [
          Value(position), .text(item.kind), .text(item.name), Value(item.entry), source,
        ])
    }
  }

  /// Removes an entry and all that belongs to it.
  func remove(_ party: ListedParty) throws {
    for removal in removals { try removal.run([.text(list), .text(party.entry)]) }
  }

  /// Gives every row of the list to this source, those of unchanged entries too, and finds the
  /// entries that relations name.
  func finish() throws {
    for table in ListSchema.tablesOfEntry {
      try connection.execute(
        "UPDATE \(table) SET source_id = ?1 WHERE list = ?2 AND source_id <> ?1",
        [source, .text(list)])
    }
    try findRelatedEntries()
  }

  private func findRelatedEntries() throws {
    let open = try connection.rows(
      """
      SELECT entry, position, other_name FROM trade_list_relation
      WHERE list = ? AND other_entry IS NULL ORDER BY entry, position
      """, [.text(list)])
    var bearers: [String: Set<String>] = [:]
    for row in open { bearers[row[2].text ?? ""] = [] }
    guard !bearers.isEmpty else { return }
    try connection.forEachRow(
      "SELECT name, entry FROM trade_list_name WHERE list = ?", [.text(list)]
    ) { row in
      let values = row.values
      guard let name = values[0].text, let entry = values[1].text, bearers[name] != nil else {
        return
      }
      bearers[name]?.insert(entry)
    }
    let update = try connection.prepare(
      "UPDATE trade_list_relation SET other_entry = ? WHERE list = ? AND entry = ? AND position = ?"
    )
    for row in open {
      guard let found = bearers[row[2].text ?? ""], found.count == 1 else { continue }
      try update.run([Value(found.first), .text(list), row[0], row[1]])
    }
  }
}
