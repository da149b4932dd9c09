internal import Kernel
internal import Store
internal import Vocabulary

/// A product on a watch list: computed from flows, or from an agency's own list.
struct WatchlistItem {
  let importer: String
  let product: String
  let tier: Int
  /// Whose own list it is from; nil when it is computed.
  let agency: String?
  /// The day from which it has stood on the list without a break.
  let since: Day
  /// The score with which its tier began; nil when it is not computed.
  let score: Double?
  let reviewDue: Day
  let reason: String
  let marking: Marking
  let sources: [String]

  /// The row as it is printed.
  func values(asOf: Day) -> [Value] {
    [
      .text(importer), .text(product), Value(tier),
      .text(agency == nil ? "computed" : "restricted"), Value(agency), Value(since),
      Value(reviewDue), Value(reviewDue < asOf), Value(score), .text(reason),
      .text(marking.description), .text(sources.joined(separator: " ")),
    ]
  }

  static let columns = [
    Column("importer", .country, doc: "Whose list it is, a country or a group."),
    Column("product", .product, doc: "The product."),
    Column("tier", .integer, doc: "The tier, 1 the most severe to 3."),
    Column(
      "origin", .text, doc: "computed from flows, or restricted: from an agency's own list."),
    Column("agency", .text, doc: "Whose own list it is; null when computed."),
    Column("since", .day, doc: "The day from which it has stood on the list without a break."),
    Column("review_due", .day, doc: "The day on which a review is due."),
    Column("overdue", .flag, doc: "Whether that day has passed."),
    Column("score", .real, doc: "The score with which its tier began; null when not computed."),
    Column("reason", .text, doc: "Why it was added, or moved to its tier."),
    Column("marking", .marking, doc: "How far it may travel."),
    Column("source_id", .text, doc: "The sources, separated by spaces."),
  ]
}
