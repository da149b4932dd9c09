internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes country groups with the dates of membership.
enum CountryGroupImporter {
  static let importer = Importer(
    "country-groups", doc: "Takes country groups (group, country, valid_from, valid_to).",
    defaultCard: SourceCard(
      publisher: "unknown", title: "Country groups", licence: "unknown")
  ) { session in
    var seen: Set<String> = []
    try session.forEachRecord(["group", "country", "valid_from", "valid_to"]) { record in
      guard let group = record.text(0), !group.isEmpty, let country = record.text(1),
        isCountry(country)
      else {
        throw CSVRefusal(
          "a group and a country's code are expected: three letters, or BEL-58 for an area of BACI")
      }
      let from = try day(record, 2)
      let to = try day(record, 3)
      if seen.insert(group).inserted {
        try session.connection.execute("DELETE FROM country_group WHERE id = ?", [.text(group)])
      }
      let inserted = try session.connection.execute(
        "INSERT OR IGNORE INTO country_group VALUES (?, ?, ?, ?, ?)",
        [.text(group), .text(country), Value(from), Value(to), .text(session.sourceIdentifier)])
      guard inserted == 1 else {
        throw CSVRefusal("\(country) stands in the group \(group) already")
      }
      session.accept(part: group)
    }
  }

  /// Whether a text has the form of a country's identifier: an area that BACI counts apart from the
  /// country of today has the number of BACI behind it.
  private static func isCountry(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    return parts[0].utf8.count == 3 && (parts.count == 1 || Int(parts[1]) != nil)
  }

  private static func day(_ record: CSVRecord, _ index: Int) throws -> Day? {
    guard !record.isEmpty(index) else { return nil }
    do {
      return try Day(record.text(index) ?? "")
    } catch {
      throw CSVRefusal(error.message)
    }
  }
}
