internal import Kernel
internal import Reference
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes an agency's own watch list; each row has a marking, its own or that of the source card.
///
/// What a file holds of an agency replaces all of that agency, so that an item that has left stays
/// in the file with its day of removal. The source carries the strictest marking of its rows.
enum RestrictedItemImporter {
  static let importer = Importer(
    "watchlist-items", doc: "Takes an agency's own watch list, each item marked.",
    defaultCard: SourceCard(
      publisher: "the agency", title: "Watch list", licence: "by the marking of each row")
  ) { session in
    let known =
      try Countries.identifiers(session.connection) + Countries.groups(session.connection)
    let ofCard = session.card.marking
    var replaced: Set<String> = []
    try session.forEachRecord(header, marking: { Row.marking($0, ofCard: ofCard) }) { record in
      let row = try Row(record, ofCard: ofCard, importers: known)
      if replaced.insert(row.agency).inserted {
        try session.connection.execute(
          "DELETE FROM supply_watchlist_restricted WHERE agency = ?", [.text(row.agency)])
      }
      do {
        try session.connection.execute(
          "INSERT INTO supply_watchlist_restricted VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          row.values + [.text(session.sourceIdentifier)])
      } catch let error as StoreError where error.code & 0xFF == 19 {
        throw CSVRefusal("this agency, importer, product and day stand in the file already")
      }
      session.accept(part: row.agency)
    }
  }

  private static let header = [
    "agency", "importer", "product", "tier", "reason", "listed_on", "review_due", "removed_on",
    "removal_reason", "marking",
  ]

  /// One row of the file, read by type.
  private struct Row {
    let agency: String
    let marking: Marking
    private let importer: String
    private let product: ProductCode
    private let tier: Int
    private let reason: String
    private let listedOn: Day
    private let reviewDue: Day?
    private let removedOn: Day?
    private let removalReason: String?

    var values: [Value] {
      [
        .text(agency), .text(importer), .text(product.description), Value(tier), .text(reason),
        Value(listedOn), Value(reviewDue), Value(removedOn), Value(removalReason),
        .text(marking.description),
      ]
    }

    init(_ record: CSVRecord, ofCard: Marking, importers: [String]) throws {
      agency = try Row.text(record, 0, "an agency")
      importer = try Row.text(record, 1, "an importer")
      guard importers.contains(importer) else {
        let near = nearest(to: importer, in: importers, limit: 1).map { "; did you mean \($0)?" }
        throw CSVRefusal(
          "'\(importer)' is not a country or group of the store" + near.joined())
      }
      guard let tier = record.integer(3), (1...3).contains(tier) else {
        throw CSVRefusal("'\(record.text(3) ?? "?")' is not a tier; the tiers are 1, 2, 3")
      }
      self.tier = tier
      reason = try Row.text(record, 4, "a reason")
      do {
        product = try ProductCode(record.text(2) ?? "")
        listedOn = try Day(record.text(5) ?? "")
        reviewDue = record.isEmpty(6) ? nil : try Day(record.text(6) ?? "")
        removedOn = record.isEmpty(7) ? nil : try Day(record.text(7) ?? "")
        marking = try record.isEmpty(9) ? ofCard : Marking(record.text(9) ?? "")
      } catch {
        throw CSVRefusal(error.description)
      }
      removalReason = record.isEmpty(8) ? nil : record.text(8)
      guard (removedOn == nil) == (removalReason == nil) else {
        throw CSVRefusal("a removal needs its day and its reason")
      }
      if let removedOn, removedOn <= listedOn {
        throw CSVRefusal("it is removed on \(removedOn), not after it is listed, \(listedOn)")
      }
      // What an agency keeps for itself must not become public by being silent.
      guard !record.isEmpty(9) || ofCard != .clear else {
        throw CSVRefusal("neither the row nor the source card says how far it may travel")
      }
    }

    /// The marking of a row, its own or that of the card; nil where it does not read.
    static func marking(_ record: CSVRecord, ofCard: Marking) -> Marking? {
      record.isEmpty(9) ? ofCard : record.text(9).flatMap { try? Marking($0) }
    }

    private static func text(_ record: CSVRecord, _ index: Int, _ what: String) throws -> String {
      guard let text = record.text(index), !text.isEmpty else {
        throw CSVRefusal("\(what) is expected in field \(index + 1)")
      }
      return text
    }
  }
}
