internal import Kernel
internal import Store
internal import Vocabulary

/// What entered, left and moved on watch lists: the answer of the command and of the function.
struct WatchlistChangesAnswer {
  let rows: [[Value]]
  let notes: [String]
  let sources: [String]
  let marking: Marking

  /// Reads changes.
  ///
  /// - Parameters:
  ///   - importer: whose list; nil for every one.
  ///   - years: the calendar years of the changes; nil for all.
  ///   - knownAt: what was written later does not count; nil for all that is recorded.
  init(
    importer: String?, years: ClosedRange<Int>?, _ deployment: Deployment, knownAt: Day?,
    _ connection: Connection
  ) throws {
    let all = try connection.rows(
      WatchlistChangesAnswer.sql,
      [Value(importer), Value(years?.lowerBound), Value(years?.upperBound), Value(knownAt)])
    let shown = all.compactMap { row in
      row[9].text.flatMap { try? Marking($0) }.flatMap { marking in
        deployment.mayHold(marking) ? (row: row, marking: marking) : nil
      }
    }
    rows = shown.map(\.row)
    notes = VisibleWatchlist.notes(all.count - shown.count, "change")
    sources = Set(
      shown.flatMap { ($0.row[10].text ?? "").split(separator: " ").map(String.init) }
    ).sorted()
    marking = shown.reduce(.clear) { $0.combined(with: $1.marking) }
  }

  private static let sql = """
    WITH change (day, importer, product, change, tier, previous_tier, agency, score, reason,
      marking, source_id, written_on) AS (
      SELECT e.valid_from, e.importer, e.product,
        CASE WHEN e.year = e.since THEN 'added' ELSE 'moved' END, e.tier, b.tier, NULL, e.score,
        e.reason, r.marking, (SELECT group_concat(value, ' ') FROM json_each(r.sources)), r.ran_on
      FROM supply_watchlist_entry e JOIN supply_watchlist_run r ON r.id = e.run_id
        LEFT JOIN supply_watchlist_entry b ON b.importer = e.importer AND b.product = e.product
          AND b.valid_to = e.valid_from AND e.year > e.since
      UNION ALL
      SELECT e.valid_to, e.importer, e.product, 'removed', NULL, e.tier, NULL, NULL,
        e.removal_reason, r.marking, (SELECT group_concat(value, ' ') FROM json_each(r.sources)),
        r.ran_on
      FROM supply_watchlist_entry e JOIN supply_watchlist_run r ON r.id = e.end_run_id
      WHERE e.removal_reason IS NOT NULL
      UNION ALL
      SELECT w.listed_on, w.importer, w.product, 'added', w.tier, NULL, w.agency, NULL, w.reason,
        w.marking, w.source_id, substr(s.imported_at, 1, 10)
      FROM supply_watchlist_restricted w JOIN tower_source s ON s.id = w.source_id
      UNION ALL
      SELECT w.removed_on, w.importer, w.product, 'removed', NULL, w.tier, w.agency, NULL,
        w.removal_reason, w.marking, w.source_id, substr(s.imported_at, 1, 10)
      FROM supply_watchlist_restricted w JOIN tower_source s ON s.id = w.source_id
      WHERE w.removed_on IS NOT NULL
    )
    SELECT day, importer, product, change, tier, previous_tier, agency, score, reason, marking,
      source_id
    FROM change
    WHERE (?1 IS NULL OR importer = ?1)
      AND (?2 IS NULL OR CAST(substr(day, 1, 4) AS INTEGER) BETWEEN ?2 AND ?3)
      AND (?4 IS NULL OR written_on <= ?4)
    ORDER BY day, importer, product, agency, change
    """

  static let columns = [
    Column(
      "day", .day,
      doc: "The day from which it holds; of a computed list, the last day of the year of flows."),
    Column("importer", .country, doc: "Whose list it is, a country or a group."),
    Column("product", .product, doc: "The product."),
    Column("change", .text, doc: "added, removed, or moved to another tier."),
    Column("tier", .integer, doc: "The tier it stands in after it; null when removed."),
    Column("previous_tier", .integer, doc: "The tier it stood in before; null when added."),
    Column("agency", .text, doc: "Whose own list it is; null when computed."),
    Column("score", .real, doc: "The score that decided; null when removed or not computed."),
    Column("reason", .text, doc: "Why."),
    Column("marking", .marking, doc: "How far it may travel."),
    Column("source_id", .text, doc: "The sources, separated by spaces."),
  ]
}
