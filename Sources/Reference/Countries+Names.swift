public import Store
public import Vocabulary

/// The names of countries, in English and Korean where the store has them.
public struct CountryNames: Sendable {
  private let names: [String: LocalizedText]

  init(_ names: [String: LocalizedText]) { self.names = names }

  /// The name of a country, or its code where the store has no name.
  public subscript(_ country: String) -> LocalizedText {
    names[country] ?? LocalizedText(country)
  }
}

extension Countries {
  /// The name of one country; nil where the store has none.
  static func name(of country: String, _ connection: Connection) throws -> LocalizedText? {
    let row = try connection.first(
      """
      SELECT coalesce(n.name_en, c.name), n.name_ko
      FROM (SELECT ? AS id) k LEFT JOIN country c ON c.id = k.id
        LEFT JOIN country_name n ON n.country = k.id
      """, [.text(country)])
    return row?[0].text.map { LocalizedText($0, korean: row?[1].text) }
  }

  /// Every name: ISO 3166-1's where it has one, else that of the statistical area.
  public static func names(_ connection: Connection) throws -> CountryNames {
    var names: [String: LocalizedText] = [:]
    for row in try connection.rows("SELECT id, name FROM country") {
      if let id = row[0].text, let name = row[1].text { names[id] = LocalizedText(name) }
    }
    for row in try connection.rows("SELECT country, name_en, name_ko FROM country_name") {
      guard let id = row[0].text, let name = row[1].text else { continue }
      names[id] = LocalizedText(name, korean: row[2].text)
    }
    return CountryNames(names)
  }
}
