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
