internal import Kernel
internal import Store
internal import Vocabulary

/// The alerts of watches in the store.
enum Alert {
  /// The name that an alert keeps: of a watch and the key of a row, whatever changed in the row.
  static func fingerprint(_ watch: String, key: String) -> String {
    String(Digest.of(watch + "\n" + key).prefix(16))
  }

  /// Raises an alert for each difference and closes those of the watch that are none any more.
  ///
  /// - Returns: the fingerprints of alerts that were raised or came back, and of those closed.
  static func update(
    _ watch: Watch, _ differences: [Comparison.Difference], at instant: Instant,
    _ connection: Connection
  ) throws -> (raised: [String], closed: [String]) {
    let open = Set(
      try connection.rows(
        "SELECT fingerprint FROM watch_alert WHERE watch = ? AND is_open = 1",
        [.text(watch.identifier)]
      ).compactMap { $0[0].text })
    var seen: [String] = []
    for difference in differences {
      let fingerprint = fingerprint(watch.identifier, key: difference.key)
      seen.append(fingerprint)
      try connection.execute(
        """
        INSERT INTO watch_alert (fingerprint, watch, key, change, before, after, level, is_open,
          count, first_seen, last_seen)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, 1, ?8, ?8)
        ON CONFLICT (fingerprint) DO UPDATE SET change = excluded.change, before = excluded.before,
          after = excluded.after, level = excluded.level, is_open = 1, count = count + 1,
          last_seen = excluded.last_seen
        """,
        [
          .text(fingerprint), .text(watch.identifier), .text(difference.key),
          .text(difference.kind.rawValue), Value(difference.before), Value(difference.after),
          .text(watch.level.name), .text(instant.description),
        ])
    }
    let closed = open.subtracting(seen).sorted()
    for fingerprint in closed {
      try connection.execute(
        "UPDATE watch_alert SET is_open = 0 WHERE fingerprint = ?", [.text(fingerprint)])
    }
    return (seen.filter { !open.contains($0) }, closed)
  }

  /// Keeps an alert quiet until a day.
  ///
  /// - Returns: whether there is such an alert.
  static func suppress(
    _ fingerprint: String, owner: String, reason: String, until: Day, _ connection: Connection
  ) throws -> Bool {
    try !connection.rows(
      """
      UPDATE watch_alert SET owner = ?, reason = ?, suppressed_until = ? WHERE fingerprint = ?
      RETURNING fingerprint
      """, [.text(owner), .text(reason), Value(until), .text(fingerprint)]
    ).isEmpty
  }
}
