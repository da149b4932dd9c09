internal import Kernel
internal import Store
internal import Vocabulary

/// A version of a list that the store keeps.
struct KeptVersion: Hashable {
  let list: String
  /// Its name: the day or month of its publication.
  let version: String
  /// When it was published; nil when unknown.
  let published: Day?
  let entries: Int
  /// The version that its changes are kept against; nil for the one in force.
  let base: String?
  let layout: String
  let source: String

  /// Every version of a list, or of all lists, the newest first.
  static func all(list: String? = nil, _ connection: Connection) throws -> [KeptVersion] {
    try connection.rows(
      """
      SELECT list, version, published, entries, base, layout, source_id FROM trade_list_version
      WHERE ?1 IS NULL OR list = ?1
      ORDER BY list, base IS NOT NULL, published DESC, version DESC
      """, [Value(list)]
    ).map { row in
      KeptVersion(
        list: row[0].text ?? "", version: row[1].text ?? "",
        published: row[2].text.flatMap { try? Day($0) }, entries: Int(row[3].integer ?? 0),
        base: row[4].text, layout: row[5].text ?? "", source: row[6].text ?? "")
    }
  }

  /// The version in force of a list; nil where the store has none.
  static func inForce(_ list: String, _ connection: Connection) throws -> KeptVersion? {
    try all(list: list, connection).first { $0.base == nil }
  }

  /// The version that a user names: by its name, the beginning of it, or a day, which means the last
  /// version published by then.
  ///
  /// - Throws: `TowerError` that names the versions kept.
  static func named(_ name: String, of list: String, _ connection: Connection) throws
    -> KeptVersion
  {
    let versions = try all(list: list, connection)
    guard !versions.isEmpty else {
      let lists = Set(try all(connection).map(\.list)).sorted()
      throw TowerError(
        .failed, "cannot tell: the list '\(list)' is not imported",
        hints: ["imported: " + (lists.isEmpty ? "none" : lists.joined(separator: ", "))])
    }
    if let exact = versions.first(where: { $0.version == name }) { return exact }
    let beginning = versions.filter { $0.version.hasPrefix(name) }
    if beginning.count == 1 { return beginning[0] }
    if let day = try? Day(name) {
      let before = versions.filter { $0.published.map { $0 <= day } ?? false }
        .max { ($0.published ?? day, $0.version) < ($1.published ?? day, $1.version) }
      if let before { return before }
    }
    throw TowerError(
      .failed, "no version '\(name)' of \(list) is kept",
      hints: ["kept: " + versions.map(\.version).joined(separator: ", ")])
  }
}
