internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// An NDJSON file of pairs of records, with score and match added to each line.
enum ComparedRecords {
  static func run(
    _ path: String, _ comparison: inout PairOfRecords, _ invocation: Invocation
  ) throws -> CommandResult {
    let stream = try ByteStream(path: path)
    var reader = LineReader { try stream.next() }
    let connection = try Connection(path: ":memory:", mode: .readWrite)
    var number = 0
    while let line = try reader.next() {
      number += 1
      let pair: (a: Record, b: Record)
      do {
        let sides = try connection.first(
          "SELECT coalesce(?1 ->> 'a', ?1 ->> 'query'), coalesce(?1 ->> 'b', ?1 ->> 'candidate')",
          [.text(line)])
        guard let first = sides?[0].text, let second = sides?[1].text else {
          throw TowerError(.failed, "has no a and b")
        }
        pair = (try Record(first, connection), try Record(second, connection))
      } catch {
        throw TowerError(.failed, "\(path): line \(number): \(error)")
      }
      let score = pair.a.score(pair.b, &comparison)
      let added = "\"score\":\(ScreenRow.rounded(score)),\"match\":\(score >= comparison.threshold)"
      // The line keeps what it has; the answer stands at its end.
      let open = line.lastIndex(of: "}").map { line[..<$0] } ?? line[...]
      let output = open + (open.hasSuffix("{") ? "" : ",") + added + "}\n"
      try invocation.answer.write(String(output))
    }
    return CommandResult()
  }

  /// A record of a party.
  struct Record {
    let query: ScreenQuery
    let first: String?
    let last: String?

    init(_ json: String, _ connection: Connection) throws {
      let keys = [
        ["name"], ["first_name", "firstName"], ["middle_name", "middleName"],
        ["father_name", "fatherName"], ["last_name", "lastName"],
        ["birth_date", "birthDate", "date_of_birth"],
        ["country", "nationality", "jurisdiction", "citizenship"], ["type", "schema"],
      ]
      let texts = try keys.map { try Record.texts(json, $0, connection) }
      let identifiers = try [
        "identifiers", "identifier", "lei", "imo", "imoNumber", "leiCode", "swiftBic",
        "registrationNumber", "taxNumber", "innCode", "ogrnCode", "passportNumber", "idNumber",
      ].flatMap { try Record.texts(json, [$0], connection) }
      first = texts[1].first
      last = texts[4].first
      let parts = [texts[1], texts[2], texts[3], texts[4]].compactMap(\.first)
      query = ScreenQuery(
        name: texts[0].first ?? parts.joined(separator: " "),
        party: ScreenQuery.party(texts[7].first),
        facts: PartyFacts(
          births: texts[5].compactMap(ScreenQuery.birth),
          countries: Set(texts[6].map { $0.uppercased() }), identifiers: Set(identifiers)))
    }

    /// The texts of a key: one, or a list.
    private static func texts(_ json: String, _ keys: [String], _ connection: Connection) throws
      -> [String]
    {
      for key in keys {
        let rows = try connection.rows(
          "SELECT j.value FROM json_each(?1, '$.' || ?2) j WHERE j.value IS NOT NULL",
          [.text(json), .text(key)])
        let texts = rows.compactMap { $0[0].text ?? $0[0].integer.map(String.init) }
        if !texts.isEmpty { return texts }
      }
      return []
    }

    /// The score; where both records tell first from last names, each must meet its own.
    func score(_ other: Record, _ comparison: inout PairOfRecords) -> Double {
      let whole = comparison.score(query, other.query)
      guard let first, let last, let otherFirst = other.first, let otherLast = other.last else {
        return whole
      }
      func part(_ name: String, _ other: String) -> Double {
        comparison.candidate(
          ScreenQuery(name: name, party: .person), ScreenQuery(name: other, party: .person)
        ).score
      }
      return min(whole, max(part(last, otherLast), part(last, otherFirst) > 0.9 ? 0.5 : 0.6))
        * (part(first, otherFirst) >= 0.5 || part(last, otherLast) >= 0.9 ? 1 : 0.9)
    }
  }
}
