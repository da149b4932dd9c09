internal import Kernel
internal import Store
internal import Vocabulary

/// Takes ISO 3166-1 as Debian's iso-codes publishes it, with names translated by its catalogue.
///
/// The file replaces the names of countries as a whole.
enum ISOCountryImporter {
  static let importer = Importer(
    "iso-countries",
    doc: "Takes the countries of ISO 3166-1 from iso-codes (iso_3166-1.json), with Korean names.",
    defaultCard: SourceCard(
      publisher: "Debian iso-codes", title: "ISO 3166-1 country codes and names",
      licence: "LGPL-2.1-or-later"),
    parameters: [
      Parameter(
        "translations", .existingFile,
        doc: "The gettext catalogue of the Korean names (ko/LC_MESSAGES/iso_3166-1.mo).")
    ]
  ) { session in
    let catalogue = try catalogue(session)
    let rows = try entries(session)
    try session.connection.execute("DELETE FROM country_name")
    var untranslated: [String] = []
    for (index, row) in rows.enumerated() {
      do {
        let country = try Country(row)
        let korean = catalogue.flatMap(country.translation)
        if korean == nil { untranslated.append(country.alpha3) }
        try insert(country, korean, session)
        session.accept(part: "all")
      } catch let refusal as CSVRefusal {
        session.reject(
          line: index + 1, reason: "entry \(index + 1): " + refusal.reason,
          content: row.map { $0.text ?? "" }.joined(separator: ","))
      }
    }
    if !untranslated.isEmpty, catalogue != nil {
      session.note("no Korean name for " + untranslated.joined(separator: ", "))
    }
    if catalogue == nil { session.note("no Korean names: add --translations FILE.mo") }
  }

  /// An entry of the list.
  private struct Country {
    let alpha2: String
    let alpha3: String
    let numeric: Int
    let name: String
    let commonName: String?

    init(_ row: [Value]) throws {
      guard let alpha2 = row[0].text, Country.isCode(alpha2, length: 2), let alpha3 = row[1].text,
        Country.isCode(alpha3, length: 3), let numeric = row[2].text.flatMap({ Int($0) }),
        (1...999).contains(numeric), let name = row[3].text, !name.isEmpty
      else { throw CSVRefusal("codes of two and three letters, a number and a name are expected") }
      self.alpha2 = alpha2
      self.alpha3 = alpha3
      self.numeric = numeric
      self.name = name
      commonName = row[4].text
    }

    /// The Korean name: of the name in common use, else of the full one.
    func translation(_ catalogue: MessageCatalogue) -> String? {
      commonName.flatMap { catalogue[$0] } ?? catalogue[name]
    }

    private static func isCode(_ text: String, length: Int) -> Bool {
      text.utf8.count == length
        && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
  }

  private static func catalogue(_ session: ImportSession) throws -> MessageCatalogue? {
    guard let path = session.arguments.optionalText("translations") else { return nil }
    let stream = try ByteStream(path: path)
    var bytes: [UInt8] = []
    while let chunk = try stream.next() { bytes += chunk }
    do {
      return try MessageCatalogue(bytes)
    } catch {
      throw TowerError(
        .failed, "\(path) is not a gettext catalogue: \(error.reason)",
        hints: ["nothing was changed"])
    }
  }

  /// The entries of the list, read by the JSON functions of the store.
  private static func entries(_ session: ImportSession) throws -> [[Value]] {
    let content = try session.content()
    guard let text = String(validating: content, as: UTF8.self),
      try session.connection.first("SELECT json_valid(?)", [.text(text)])?[0].integer == 1
    else {
      throw TowerError(
        .failed, "\(session.path) is not JSON in UTF-8", hints: ["nothing was changed"])
    }
    let rows = try session.connection.rows(
      """
      SELECT json_extract(value, '$.alpha_2'), json_extract(value, '$.alpha_3'),
        json_extract(value, '$.numeric'), json_extract(value, '$.name'),
        json_extract(value, '$.common_name')
      FROM json_each(?, '$."3166-1"')
      """, [.text(text)])
    guard !rows.isEmpty else {
      throw TowerError(
        .failed, "\(session.path) has no list named 3166-1",
        hints: ["expected iso_3166-1.json of iso-codes; nothing was changed"])
    }
    return rows
  }

  private static func insert(_ country: Country, _ korean: String?, _ session: ImportSession)
    throws
  {
    let inserted = try session.connection.execute(
      "INSERT OR IGNORE INTO country_name VALUES (?, ?, ?, ?, ?, ?)",
      [
        .text(country.alpha3), .text(country.alpha2), Value(country.numeric),
        .text(country.commonName ?? country.name), Value(korean),
        .text(session.sourceIdentifier),
      ])
    guard inserted == 1 else { throw CSVRefusal("\(country.alpha3) stands in the list already") }
  }
}
