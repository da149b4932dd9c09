internal import Kernel
public import Store
public import Vocabulary

/// The countries and groups that the store knows.
public enum Countries {
  static let fillHint =
    "import the country codes and the groups: tower import baci-countries FILE, "
    + "tower import country-groups FILE"

  /// The names that mean a country.
  static let domain = ValueDomain("country", fillHint: fillHint, entries: countries)

  /// The names that mean an importer: a country or a group.
  static let importerDomain = ValueDomain("importer", fillHint: fillHint) { connection in
    try countries(connection) + groups(connection).map { ValueDomain.Entry($0) }
  }

  /// The groups of countries.
  static let groupDomain = ValueDomain("group", fillHint: fillHint) { connection in
    try groups(connection).map { ValueDomain.Entry($0) }
  }

  /// Every group, in alphabetical order.
  public static func groups(_ connection: Connection) throws -> [String] {
    try connection.rows("SELECT DISTINCT id FROM country_group ORDER BY id")
      .compactMap { $0[0].text }
  }

  /// Every country, in the order of BACI's numbers.
  public static func identifiers(_ connection: Connection) throws -> [String] {
    try connection.rows("SELECT id FROM country ORDER BY baci_code").compactMap { $0[0].text }
  }

  /// The members of a group on a day, in alphabetical order; empty when it is not a group.
  public static func members(of group: String, on day: Day, _ connection: Connection) throws
    -> [String]
  {
    try connection.rows(
      """
      SELECT country FROM country_group WHERE id = ?1
        AND (valid_from IS NULL OR valid_from <= ?2) AND (valid_to IS NULL OR valid_to > ?2)
      ORDER BY country
      """, [.text(group), Value(day)]
    ).compactMap { $0[0].text }
  }

  @Sendable private static func countries(_ connection: Connection) throws -> [ValueDomain.Entry] {
    try connection.rows(
      """
      SELECT id, name, alpha2, name_en, name_ko FROM country
      LEFT JOIN country_name ON country = id ORDER BY id
      """
    ).compactMap { row in
      row[0].text.map { ValueDomain.Entry($0, names: row.dropFirst().compactMap(\.text)) }
    }
  }
}
