internal import Kernel
internal import Store
internal import Vocabulary

/// The baseline of a watch in the store.
enum Baseline {
  /// The answer that a watch is compared with; nil when none was taken.
  static func load(_ watch: String, _ connection: Connection) throws -> WatchedAnswer? {
    guard
      let head = try connection.first(
        """
        SELECT query, query_digest, parameters, key, sources, as_of
        FROM watch_baseline WHERE watch = ?
        """, [.text(watch)])
    else { return nil }
    let rows = try connection.rows(
      "SELECT key, row FROM watch_baseline_row WHERE watch = ?", [.text(watch)])
    let texts = head.map { $0.text ?? "" }
    return WatchedAnswer(
      query: texts[0], queryDigest: texts[1], parameters: texts[2], key: texts[3],
      sources: texts[4].split(separator: "\n").map(String.init), asOf: texts[5],
      rows: Dictionary(rows.map { ($0[0].text ?? "", $0[1].text ?? "") }) { first, _ in first })
  }

  /// Keeps an answer as the baseline, in place of the one before.
  static func keep(
    _ answer: WatchedAnswer, for watch: String, at instant: Instant, _ connection: Connection
  ) throws {
    try connection.execute(
      "DELETE FROM watch_baseline_row WHERE watch = ?", [.text(watch)])
    try connection.execute("DELETE FROM watch_baseline WHERE watch = ?", [.text(watch)])
    try connection.execute(
      "INSERT INTO watch_baseline VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(watch), .text(answer.query), .text(answer.queryDigest), .text(answer.parameters),
        .text(answer.key), .text(answer.sources.joined(separator: "\n")), .text(answer.asOf),
        .text(instant.description),
      ])
    for (key, row) in answer.rows.sorted(by: { $0.key < $1.key }) {
      try connection.execute(
        "INSERT INTO watch_baseline_row VALUES (?, ?, ?)", [.text(watch), .text(key), .text(row)])
    }
  }
}
