internal import Kernel
internal import Store
internal import Vocabulary

/// The items of watch lists that a deployment may see, and how many it may not.
struct VisibleWatchlist {
  /// By importer, tier, product and agency.
  let items: [WatchlistItem]
  /// How many are kept back because of their marking.
  let heldBack: Int

  /// Reads the lists as of a day.
  ///
  /// - Parameters:
  ///   - importer: whose list; nil for every one.
  ///   - knownAt: what was written later does not count; nil for all that is recorded.
  init(
    importer: String?, _ deployment: Deployment, _ settings: WatchlistSettings, asOf: Day,
    knownAt: Day?, _ connection: Connection
  ) throws {
    let parameters: [Value] = [Value(asOf), Value(knownAt), Value(importer)]
    let rows =
      try connection.rows(VisibleWatchlist.computed, parameters)
      + connection.rows(VisibleWatchlist.restricted, parameters)
    let all = rows.compactMap { WatchlistItem(row: $0, settings) }
    items = all.filter { deployment.mayHold($0.marking) }.sorted {
      ($0.importer, $0.tier, $0.product, $0.agency ?? "")
        < ($1.importer, $1.tier, $1.product, $1.agency ?? "")
    }
    heldBack = rows.count - items.count
  }

  /// The note on what is kept back; empty when nothing is.
  var notes: [String] { VisibleWatchlist.notes(heldBack, "item") }

  /// The note on rows that are kept back; empty when none is.
  static func notes(_ heldBack: Int, _ what: String) -> [String] {
    guard heldBack > 0 else { return [] }
    let rows = heldBack == 1 ? "1 \(what) is" : "\(heldBack) \(what)s are"
    return ["\(rows) kept back: this deployment may not hold the marking"]
  }

  // The columns of both: importer, product, tier, agency, since, score, day of the last check, day
  // on which the list itself says a review is due, reason, marking, sources.
  private static let computed = """
    SELECT e.importer, e.product, e.tier, NULL, e.since || '-12-31', e.score,
      max(r.ran_on, coalesce((SELECT max(v.reviewed_on) FROM supply_watchlist_review v
        WHERE v.importer = e.importer AND v.product = e.product AND v.reviewed_on <= ?1), '')),
      NULL, e.reason, r.marking, (SELECT group_concat(value, ' ') FROM json_each(r.sources))
    FROM supply_watchlist_entry e JOIN supply_watchlist_run r ON r.id = e.run_id
      LEFT JOIN supply_watchlist_run x ON x.id = e.end_run_id
    WHERE e.valid_from <= ?1 AND (e.valid_to IS NULL OR e.valid_to > ?1 OR x.ran_on > ?2)
      AND (?2 IS NULL OR r.ran_on <= ?2) AND (?3 IS NULL OR e.importer = ?3)
    """

  private static let restricted = """
    SELECT w.importer, w.product, w.tier, w.agency, w.listed_on, NULL, w.listed_on, w.review_due,
      w.reason, w.marking, w.source_id
    FROM supply_watchlist_restricted w JOIN tower_source s ON s.id = w.source_id
    WHERE w.listed_on <= ?1 AND (w.removed_on IS NULL OR w.removed_on > ?1)
      AND (?2 IS NULL OR substr(s.imported_at, 1, 10) <= ?2) AND (?3 IS NULL OR w.importer = ?3)
    """
}

extension WatchlistItem {
  // A row whose marking or day does not read is kept back.
  fileprivate init?(row: [Value], _ settings: WatchlistSettings) {
    guard let importer = row[0].text, let product = row[1].text, let tier = row[2].integer,
      let since = row[4].text.flatMap({ try? Day($0) }),
      let checked = row[6].text.flatMap({ try? Day($0) }),
      let marking = row[9].text.flatMap({ try? Marking($0) })
    else { return nil }
    let stated = row[7].text.flatMap { try? Day($0) }
    self.init(
      importer: importer, product: product, tier: Int(tier), agency: row[3].text, since: since,
      score: row[5].real,
      reviewDue: stated ?? checked.adding(months: settings.reviewMonths(tier: Int(tier))),
      reason: row[8].text ?? "", marking: marking,
      sources: (row[10].text ?? "").split(separator: " ").map(String.init))
  }
}

extension Day {
  /// The same day of the month so many months later, or the last day of that month.
  fileprivate func adding(months: Int) -> Day {
    let count = year * 12 + month - 1 + months
    let days = stride(from: dayOfMonth, through: 28, by: -1)
    return days.lazy.compactMap { Day(year: count / 12, month: count % 12 + 1, day: $0) }.first
      ?? Day(year: count / 12, month: count % 12 + 1, day: dayOfMonth) ?? self
  }
}
