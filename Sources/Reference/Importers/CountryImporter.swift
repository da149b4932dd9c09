internal import Kernel
internal import Store
internal import Tabular

/// Takes CEPII's table of BACI country codes as it is published.
enum CountryImporter {
  static let importer = Importer(
    "baci-countries", doc: "Takes CEPII's country codes (country_code, country_name, iso2, iso3).",
    defaultCard: SourceCard(
      publisher: "CEPII", title: "BACI country codes", licence: "Etalab Open Licence 2.0")
  ) { session in
    var codes: Set<Int> = []
    var countries: [(code: Int, name: String, alpha3: String)] = []
    try session.forEachRecord(["country_code", "country_name", "country_iso2", "country_iso3"]) {
      record in
      guard let code = record.integer(0), let name = record.text(1), let alpha3 = record.text(3),
        alpha3.utf8.count == 3
      else { throw CSVRefusal("a number, a name and a code of three letters are expected") }
      guard codes.insert(code).inserted else {
        throw CSVRefusal("the number \(code) stands in the file already")
      }
      countries.append((code, name, alpha3))
    }
    try session.connection.execute("DELETE FROM country")
    let shared = Dictionary(grouping: countries, by: \.alpha3).filter { $0.value.count > 1 }
    for country in countries {
      try session.connection.execute(
        "INSERT INTO country (id, name, baci_code, source_id) VALUES (?, ?, ?, ?)",
        [
          .text(identifier(country, isShared: shared[country.alpha3] != nil)),
          .text(country.name), Value(country.code), .text(session.sourceIdentifier),
        ])
      session.accept(part: "all")
    }
  }

  // BACI's 490, "Other Asia, not elsewhere specified", is Taiwan (CEPII, BACI documentation). A
  // former country that shares its alpha-3 code with the present one keeps its number beside it:
  // joined under one name, two suppliers of a year would become one.
  private static func identifier(
    _ country: (code: Int, name: String, alpha3: String), isShared: Bool
  ) -> String {
    if country.code == 490 { return "TWN" }
    let isFormer = isShared && country.name.contains("(...")
    return isFormer ? "\(country.alpha3)-\(country.code)" : country.alpha3
  }
}
