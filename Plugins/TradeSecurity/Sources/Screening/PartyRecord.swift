internal import NameMatching
internal import PartyIdentifiers
internal import Store
internal import Vocabulary

/// A record of a party in a line of JSON.
struct PartyRecord {
  /// Its names as parties to ask about, the first first, each with what is known beside.
  let queries: [ScreenQuery]
  /// Its given and family names, where it tells them apart.
  let parts: NameParts?

  /// What the record says and nobody can read, as `birth_date: sometime`.
  let unread: [String]

  /// The keys of a record that name a number, and its system.
  private static let numbers: [(key: String, scheme: IdentifierScheme?)] = [
    ("identifier", nil), ("identifiers", nil), ("idNumber", nil),
    ("imo", .imo), ("imoNumber", .imo), ("mmsi", .mmsi), ("callSign", .callSign),
    ("lei", .lei), ("leiCode", .lei), ("bic", .bic), ("swiftBic", .bic),
    ("registrationNumber", .registration), ("ogrnCode", .registration), ("taxNumber", .tax),
    ("innCode", .tax), ("vatCode", .tax), ("passport", .passport), ("passportNumber", .passport),
  ]

  /// Reads an object: name, or first_name and last_name; birth_date, country, gender, type,
  /// identifiers, in the spellings of FollowTheMoney too.
  ///
  /// - Parameter line: the line that the object stands in, whose type is that of both its records where
  ///   they have none.
  init(_ json: String, of line: String, _ connection: Connection) throws {
    func texts(_ keys: String...) throws -> [String] {
      try keys.flatMap { try PartyRecord.texts(json, $0, connection) }
    }
    let given = try texts("first_name", "firstName")
    let family = try texts("last_name", "lastName")
    let middle = try texts("middle_name", "middleName", "father_name", "fatherName")
    parts =
      given.first.flatMap { given in family.first.map { NameParts(given: given, family: $0) } }
    let dates = try texts("birth_date", "birthDate", "date_of_birth")
    let births = dates.map(ScreenQuery.births)
    unread = zip(dates, births).filter { $1.days.isEmpty }.map { "birth_date: " + $0.0 }
    let facts = PartyFacts(
      births: births.flatMap(\.days), isApproximate: births.contains(where: \.isApproximate),
      countries: Set(
        try texts("country", "countries", "nationality", "jurisdiction", "citizenship")
          .map { $0.uppercased() }),
      numbers: Set(
        try PartyRecord.numbers.flatMap { key, scheme in
          try PartyRecord.numbers(json, key, scheme, connection)
        }),
      gender: try texts("gender").first.flatMap { PartyFacts.Gender($0) })
    let names = try texts("name", "alias", "aliases")
    let whole = (given.prefix(1) + middle.prefix(2) + family.prefix(1)).joined(separator: " ")
    let own = try texts("type", "schema")
    let ofLine = try ["type", "schema"].flatMap { try PartyRecord.texts(line, $0, connection) }
    let party = (own + ofLine).lazy.compactMap { ScreenQuery.party($0) }.first
    queries = (names.isEmpty ? [whole] : names).map {
      ScreenQuery(name: $0, party: party, facts: facts)
    }
  }

  /// The texts of a key: one, or a list.
  private static func texts(_ json: String, _ key: String, _ connection: Connection) throws
    -> [String]
  {
    try connection.rows(
      "SELECT value FROM json_each(?1, '$.' || ?2) WHERE value IS NOT NULL",
      [.text(json), .text(key)]
    ).compactMap { $0[0].text ?? $0[0].integer.map(String.init) }
  }

  /// The numbers of a key: one, a list, an object of systems, or objects with number and scheme.
  private static func numbers(
    _ json: String, _ key: String, _ scheme: IdentifierScheme?, _ connection: Connection
  ) throws -> [PartyNumber] {
    try connection.rows(
      """
      SELECT iif(type = 'object', coalesce(value ->> 'number', value ->> 'value', value ->> 'id'), value),
        iif(type = 'object', coalesce(value ->> 'scheme', value ->> 'type', value ->> 'kind'), key),
        iif(type = 'object', value ->> 'country', NULL)
      FROM json_each(?1, '$.' || ?2) WHERE value IS NOT NULL
      """, [.text(json), .text(key)]
    ).compactMap { row in
      guard let number = row[0].text ?? row[0].integer.map(String.init) else { return nil }
      let named = row[1].text.map {
        IdentifierScheme(rawValue: $0) ?? IdentifierScheme(kind: $0, number: number)
      }
      return PartyNumber(number, scheme: scheme ?? named, country: row[2].text?.uppercased())
    }
  }

  /// The score of two records: their best names, the parts of the names, then the facts.
  func score(_ other: PartyRecord, _ comparison: inout PairOfRecords) -> Double {
    var best = 0.0
    for ours in queries {
      for theirs in other.queries {
        best = max(best, comparison.candidate(ours, theirs).score)
      }
    }
    if let parts, let otherParts = other.parts {
      best *= comparison.names.factor(parts, otherParts)
    }
    return FactEvidence(
      nameScore: best, queries.first?.facts ?? PartyFacts(),
      other.queries.first?.facts ?? PartyFacts()
    ).score
  }
}
