internal import Kernel
internal import Store
internal import Vocabulary

/// The alerts as they stand on a day.
enum AlertList {
  static let columns = [
    Column("fingerprint", .text, doc: "Its name: the digest of the watch and the key of the row."),
    Column("watch", .text, doc: "The watch that raised it."),
    Column("key", .json, doc: "The values of the key columns of the row."),
    Column("change", .text, doc: "added, removed or changed, against the baseline."),
    Column("level", .text, doc: "The level of the watch."),
    Column(
      "state", .text,
      doc: "open; suppressed on days before suppressed_until; closed when the row is as it was."),
    Column("count", .integer, doc: "In how many runs it was seen."),
    Column("first_seen", .text, doc: "When it was seen first."),
    Column("last_seen", .text, doc: "When it was seen last."),
    Column("before", .json, doc: "The row in the baseline; null when it was not there."),
    Column("after", .json, doc: "The row when it was seen last; null when it is gone."),
    Column("owner", .text, doc: "Who answers for suppressing it; null when nobody has."),
    Column("reason", .text, doc: "Why it was suppressed."),
    Column("suppressed_until", .day, doc: "The first day on which it is open again."),
  ]

  static let function = FunctionDescriptor(
    "alerts", doc: "An alert of a watch, as it stands on the day of the question.",
    arguments: [], columns: columns
  ) { call in RowProducer(try rows(asOf: call.asOf, call.reader)) }

  static func rows(asOf day: Day, _ connection: Connection) throws -> [[Value]] {
    try connection.rows(
      """
      SELECT fingerprint, watch, key, change, level,
        CASE WHEN is_open = 0 THEN 'closed' WHEN suppressed_until > ?1 THEN 'suppressed'
          ELSE 'open' END,
        count, first_seen, last_seen, before, after, owner, reason, suppressed_until
      FROM watch_alert ORDER BY watch, key
      """, [Value(day)])
  }
}
