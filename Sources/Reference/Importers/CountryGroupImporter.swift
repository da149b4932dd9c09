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
        country.utf8.count == 3
      else { throw CSVRefusal("a group and a code of three letters are expected") }
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

  private static func day(_ record: CSVRecord, _ index: Int) throws -> Day? {
    guard !record.isEmpty(index) else { return nil }
    do {
      return try Day(record.text(index) ?? "")
    } catch {
      throw CSVRefusal(error.message)
    }
  }
}
