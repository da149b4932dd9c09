internal import Kernel
internal import NameMatching
internal import PartyIdentifiers
internal import Store
internal import Synchronization
internal import Vocabulary

/// The names of some lists in memory, laid out for search, with what is known of their parties.
final class ScreenedLists: Sendable {
  /// A listed party.
  struct Entry: Sendable {
    /// The list and its version.
    let version: ListVersion
    /// The identifier within the list.
    let entry: String
    /// Its primary name.
    let party: String
    /// What kind of party it is.
    let kind: String
    /// The sanctions programmes.
    let programmes: [String]
  }

  /// The lists.
  let versions: [ListVersion]
  /// How many parties each list has, in the order of `versions`.
  let counts: [Int]
  /// Every name; its entry is `LIST/identifier`.
  let index: NameIndex
  /// The parties by `LIST/identifier`.
  let entries: [String: Entry]
  /// What is known of them.
  let facts: [String: PartyFacts]
  /// The parties that have an identifier, by the identifier.
  let byIdentifier: [String: [String]]

  private init(_ versions: [ListVersion], _ connection: Connection) throws {
    self.versions = versions
    let byList = Dictionary(versions.map { ($0.list, $0) }) { first, _ in first }
    let lists: [Value] = [.text(JSONValue.texts(versions.map(\.list)).compact)]
    let chosen = "list IN (SELECT value FROM json_each(?))"
    var entries: [String: Entry] = [:]
    var names: [ListedName] = []
    var counts: [String: Int] = [:]
    try connection.forEachRow(
      """
      SELECT n.list, n.entry, n.name, n.kind, e.party_kind, e.programmes
      FROM trade_list_name n JOIN trade_list_entry e USING (list, entry)
      WHERE n.\(chosen) ORDER BY n.list, n.entry, n.position
      """, lists
    ) { row in
      let (list, entry, text) = (row.text(0), row.text(1), row.text(2))
      guard let version = byList[list] else { return }
      let key = list + "/" + entry
      let kind = row.text(4)
      names.append(
        ListedName(
          entry: key, text: text, party: ListedName.Party(rawValue: kind) ?? .other,
          role: ListedName.Role(rawValue: row.text(3)) ?? .alias))
      guard entries[key] == nil else { return }
      counts[list, default: 0] += 1
      entries[key] = Entry(
        version: version, entry: entry, party: text, kind: kind,
        programmes: ScreenedLists.texts(row.text(5)))
    }
    self.entries = entries
    self.counts = versions.map { counts[$0.list] ?? 0 }
    index = NameIndex(names: names)
    facts = try ScreenedLists.facts(chosen, lists, connection)
    var byIdentifier: [String: [String]] = [:]
    for (key, known) in facts.sorted(by: { $0.key < $1.key }) {
      for identifier in known.identifiers { byIdentifier[identifier, default: []].append(key) }
    }
    self.byIdentifier = byIdentifier
  }

  /// The texts of a JSON list of texts without escapes, as programmes are.
  private static func texts(_ json: String) -> [String] {
    json.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map {
      String($0.element)
    }
  }

  private static func facts(_ chosen: String, _ lists: [Value], _ connection: Connection) throws
    -> [String: PartyFacts]
  {
    var births: [String: [ClosedRange<Day>]] = [:]
    var approximate: Set<String> = []
    var countries: [String: Set<String>] = [:]
    var numbers: [String: Set<PartyNumber>] = [:]
    var genders: [String: PartyFacts.Gender] = [:]
    func key(_ row: Statement) -> String { row.text(0) + "/" + row.text(1) }
    try connection.forEachRow(
      """
      SELECT list, entry, earliest, latest, is_approximate FROM trade_list_date
      WHERE role = 'birth' AND earliest IS NOT NULL AND \(chosen)
      """, lists
    ) { row in
      guard let from = try? Day(row.text(2)), let to = try? Day(row.text(3)), from <= to else {
        return
      }
      births[key(row), default: []].append(from...to)
      if row.integer(4) == 1 { approximate.insert(key(row)) }
    }
    try connection.forEachRow(
      "SELECT list, entry, country FROM trade_list_country WHERE country IS NOT NULL AND \(chosen)",
      lists
    ) { row in countries[key(row), default: []].insert(row.text(2)) }
    try connection.forEachRow(
      "SELECT list, entry, number, scheme, country FROM trade_list_identifier WHERE \(chosen)",
      lists
    ) { row in
      let number = PartyNumber(
        row.text(2), scheme: IdentifierScheme(rawValue: row.text(3)),
        country: row.isNull(4) ? nil : row.text(4))
      if let number { numbers[key(row), default: []].insert(number) }
    }
    try connection.forEachRow(
      "SELECT list, entry, gender FROM trade_list_entry WHERE gender IS NOT NULL AND \(chosen)",
      lists
    ) { row in genders[key(row)] = PartyFacts.Gender(row.text(2)) }
    let keys = Set(births.keys).union(countries.keys).union(numbers.keys).union(genders.keys)
    return Dictionary(
      uniqueKeysWithValues: keys.map { key in
        (
          key,
          PartyFacts(
            births: births[key] ?? [], isApproximate: approximate.contains(key),
            countries: countries[key] ?? [], numbers: numbers[key] ?? [],
            gender: genders[key])
        )
      })
  }

  private static let latest = Mutex<ScreenedLists?>(nil)

  /// The lists of the store, or those that are named; kept in memory until another version is asked for.
  ///
  /// - Throws: `TowerError` when the store has no list, or not one that is named.
  static func load(_ wanted: [String] = [], _ connection: Connection) throws -> ScreenedLists {
    let all = try ListVersions.all(connection)
    guard !all.isEmpty else {
      throw TowerError(
        .failed, "cannot tell: no list of parties is imported", hints: ListVersions.fillHints)
    }
    let unknown = wanted.filter { list in !all.contains { $0.list == list } }
    guard unknown.isEmpty else {
      throw TowerError(
        .failed, "cannot tell: the list '\(unknown.joined(separator: "', '"))' is not imported",
        hints: ["imported: " + all.map(\.list).joined(separator: ", ")])
    }
    let versions = wanted.isEmpty ? all : all.filter { wanted.contains($0.list) }
    if let kept = latest.withLock({ $0 }), kept.versions.map(\.source) == versions.map(\.source),
      kept.versions.map(\.list) == versions.map(\.list)
    {
      return kept
    }
    let loaded = try ScreenedLists(versions, connection)
    latest.withLock { $0 = loaded }
    return loaded
  }
}
