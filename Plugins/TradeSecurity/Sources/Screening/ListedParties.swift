internal import Kernel
internal import NameMatching
internal import PartyIdentifiers
internal import Store
internal import Vocabulary

/// The parties of some lists in force, as they are compared: their names and what is known of them.
struct ListedParties: Sendable {
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
  /// Every name, by list, entry and place; its entry is `LIST/identifier`.
  let names: [ListedName]
  /// The parties by `LIST/identifier`.
  let entries: [String: Entry]
  /// What is known of them.
  let facts: [String: PartyFacts]

  private init(
    versions: [ListVersion], names: [ListedName], entries: [String: Entry],
    facts: [String: PartyFacts]
  ) {
    self.versions = versions
    self.names = names
    self.entries = entries
    self.facts = facts
  }

  /// Reads the lists in force.
  init(_ versions: [ListVersion], _ connection: Connection) throws {
    let byList = Dictionary(versions.map { ($0.list, $0) }) { first, _ in first }
    let lists: [Value] = [.text(JSONValue.texts(versions.map(\.list)).compact)]
    let chosen = "list IN (SELECT value FROM json_each(?))"
    var entries: [String: Entry] = [:]
    var names: [ListedName] = []
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
      entries[key] = Entry(
        version: version, entry: entry, party: text, kind: kind,
        programmes: ListedParties.texts(row.text(5)))
    }
    self.init(
      versions: versions, names: names, entries: entries,
      facts: try ListedParties.facts(chosen, lists, connection))
  }

  /// The same lists with some of their parties alone.
  func only(_ keys: Set<String>) -> ListedParties {
    only(names: names.filter { keys.contains($0.entry) })
  }

  /// The same lists with some of the names of their parties alone.
  func only(names: [ListedName]) -> ListedParties {
    let keys = Set(names.map(\.entry))
    func chosen<Known>(_ all: [String: Known]) -> [String: Known] {
      Dictionary(uniqueKeysWithValues: keys.compactMap { key in all[key].map { (key, $0) } })
    }
    return ListedParties(
      versions: versions, names: names, entries: chosen(entries), facts: chosen(facts))
  }

  /// What a comparison reads of each party, by `LIST/identifier`.
  var compared: [String: ComparedFields] {
    var compared: [String: ComparedFields] = [:]
    for (key, names) in Dictionary(grouping: names, by: \.entry) {
      compared[key] = ComparedFields(
        kind: entries[key]?.kind, names: names, facts: facts[key] ?? PartyFacts())
    }
    return compared
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
}
