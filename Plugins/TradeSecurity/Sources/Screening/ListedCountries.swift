internal import Kernel
internal import Store
internal import Vocabulary

/// Where listed parties sit: by the addresses and nationalities of their entries.
struct ListedCountries {
  private let connection: Connection
  private let printed: [String: [String]]
  private let unread: [String]

  /// Reads the names of countries that had no code when the lists were imported once more.
  init(_ connection: Connection) throws {
    self.connection = connection
    let texts = try CountryTexts(connection)
    var printed: [String: [String]] = [:]
    var unread: [String] = []
    for row in try connection.rows(
      """
      SELECT DISTINCT country_text FROM trade_list_country
      WHERE country IS NULL AND country_text IS NOT NULL AND role IN ('address', 'nationality')
      ORDER BY 1
      """)
    {
      guard let text = row[0].text else { continue }
      if let code = texts.code(text) {
        printed[code, default: []].append(text)
      } else {
        unread.append(text)
      }
    }
    self.printed = printed
    self.unread = unread
  }

  /// What keeps the counts from being complete, one sentence each.
  var doubts: [LocalizedText] {
    unread.isEmpty
      ? []
      : [
        LocalizedText(
          "not counted under any country: " + unread.joined(separator: ", "),
          korean: "어느 국가에도 넣지 않은 표기: " + unread.joined(separator: ", "))
      ]
  }

  /// The number of listed parties with an address or nationality in a country.
  func count(of country: String) throws -> Int {
    let row = try connection.first(
      "SELECT count(*) FROM (SELECT DISTINCT list, entry \(ListedCountries.rows))",
      parameters(country))
    return Int(row?[0].integer ?? 0)
  }

  /// The first of them, organisations before others, as `name (list/entry)`.
  func names(of country: String, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT n.name, e.list, e.entry FROM trade_list_entry e
      JOIN trade_list_name n ON n.list = e.list AND n.entry = e.entry AND n.position = 0
      WHERE (e.list, e.entry) IN (SELECT list, entry \(ListedCountries.rows))
      ORDER BY e.party_kind <> 'organisation', e.list, n.name, e.entry LIMIT ?
      """, parameters(country) + [Value(limit)]
    ).map { "\($0[0].text ?? "") (\($0[1].text ?? "")/\($0[2].text ?? ""))" }
  }

  private static let rows = """
    FROM trade_list_country
    WHERE role IN ('address', 'nationality')
      AND (country = ? OR country_text IN (SELECT value FROM json_each(?)))
    """

  private func parameters(_ country: String) -> [Value] {
    [.text(country), .text(JSONValue.texts(printed[country] ?? []).compact)]
  }
}
