internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// The search for a name among the listed parties.
///
/// The store keeps the tokens of every listed name, so that only names that share one with the query
/// are compared; the engine finds nothing among the others.
struct Screening {
  /// A listed party that the name meets, by its best name.
  struct Hit {
    /// The name that met, and why.
    let candidate: NameCandidate
    /// The list and its version.
    let version: ListVersion
    /// The identifier of the party within the list.
    let entry: String
    /// The primary name of the party.
    let party: String
    /// What kind of party it is.
    let kind: String
    /// The sanctions programmes.
    let programmes: [String]
  }

  /// The lists that are searched.
  let versions: [ListVersion]
  private let connection: Connection

  /// Takes the lists of the store, or those that are named.
  ///
  /// - Throws: `TowerError` when the store has no list, or not one that is named.
  init(lists: [String] = [], _ connection: Connection) throws {
    let all = try ListVersions.all(connection)
    guard !all.isEmpty else {
      throw TowerError(
        .failed, "cannot tell: no list of parties is imported", hints: ListVersions.fillHints)
    }
    let unknown = lists.filter { list in !all.contains { $0.list == list } }
    guard unknown.isEmpty else {
      throw TowerError(
        .failed, "cannot tell: the list '\(unknown.joined(separator: "', '"))' is not imported",
        hints: ["imported: " + all.map(\.list).joined(separator: ", ")])
    }
    versions = lists.isEmpty ? all : all.filter { lists.contains($0.list) }
    self.connection = connection
  }

  /// Every party that a name meets, best first.
  ///
  /// - Throws: `TowerError` for a name without a letter or digit.
  func hits(_ name: String) throws -> [Hit] {
    let tokens = NameTokens.of(name)
    guard !tokens.isEmpty else {
      throw TowerError(.usage, "'\(name)' has no letter or digit to look for")
    }
    let names = try listedNames(sharing: tokens)
    return try NameIndex(names: names).search(name, threshold: 0, limit: .max).compactMap(hit)
  }

  /// Whether a listed name is written in one of the scripts of a name.
  func hasNames(inScriptOf name: String) throws -> Bool {
    let marks = versions.map { _ in "?" }.joined(separator: ", ")
    return try connection.first(
      "SELECT 1 FROM trade_list_name WHERE script = ? AND list IN (\(marks)) LIMIT 1",
      [.text(NameScript.of(name))] + versions.map { .text($0.list) }) != nil
  }

  private func listedNames(sharing tokens: [String]) throws -> [ListedName] {
    let lists = Set(versions.map(\.list))
    return try connection.rows(
      """
      SELECT DISTINCT n.list, n.entry, n.position, n.name, n.kind, e.party_kind
      FROM trade_list_token t
      JOIN trade_list_name n
        ON n.list = t.list AND n.entry = t.entry AND n.position = t.position
      JOIN trade_list_entry e ON e.list = t.list AND e.entry = t.entry
      WHERE t.token IN (SELECT value FROM json_each(?))
      """, [.text(JSONValue.texts(tokens).compact)]
    ).compactMap { row in
      guard let list = row[0].text, lists.contains(list), let entry = row[1].text else {
        return nil
      }
      return ListedName(
        entry: list + "/" + entry, text: row[3].text ?? "",
        party: ListedName.Party(rawValue: row[5].text ?? "") ?? .other,
        role: ListedName.Role(rawValue: row[4].text ?? "") ?? .alias)
    }
  }

  private func hit(_ candidate: NameCandidate) throws -> Hit? {
    let parts = candidate.name.entry.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let version = versions.first(where: { $0.list == parts[0] }),
      let row = try connection.first(
        """
        SELECT n.name, e.party_kind,
          (SELECT group_concat(value, char(10)) FROM json_each(e.programmes))
        FROM trade_list_entry e JOIN trade_list_name n ON n.list = e.list AND n.entry = e.entry
        WHERE e.list = ? AND e.entry = ? ORDER BY n.position LIMIT 1
        """, [.text(parts[0]), .text(parts[1])])
    else { return nil }
    return Hit(
      candidate: candidate, version: version, entry: parts[1], party: row[0].text ?? "",
      kind: row[1].text ?? "",
      programmes: (row[2].text ?? "").split(separator: "\n").map(String.init))
  }
}
