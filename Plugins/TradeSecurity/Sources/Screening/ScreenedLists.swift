internal import Kernel
internal import NameMatching
internal import PartyIdentifiers
internal import Store
internal import Synchronization
internal import Vocabulary

/// The names of some lists in memory, laid out for search, with what is known of their parties.
final class ScreenedLists: Sendable {
  /// The parties.
  let parties: ListedParties
  /// How many parties each list has, in the order of `versions`.
  let counts: [Int]
  /// Every name; its entry is `LIST/identifier`.
  let index: NameIndex
  /// The parties that have an identifier, by the identifier.
  let byIdentifier: [String: [String]]

  /// The lists.
  var versions: [ListVersion] { parties.versions }
  /// The parties by `LIST/identifier`.
  var entries: [String: ListedParties.Entry] { parties.entries }
  /// What is known of them.
  var facts: [String: PartyFacts] { parties.facts }

  /// Lays out the names of parties.
  init(_ parties: ListedParties) {
    self.parties = parties
    var counts: [String: Int] = [:]
    for entry in parties.entries.values { counts[entry.version.list, default: 0] += 1 }
    self.counts = parties.versions.map { counts[$0.list] ?? 0 }
    index = NameIndex(names: parties.names)
    var byIdentifier: [String: [String]] = [:]
    for (key, known) in parties.facts.sorted(by: { $0.key < $1.key }) {
      for identifier in known.identifiers { byIdentifier[identifier, default: []].append(key) }
    }
    self.byIdentifier = byIdentifier
  }

  private static let latest = Mutex<ScreenedLists?>(nil)

  /// The lists of the store, or those that are named; kept in memory until another version is asked for.
  ///
  /// - Throws: `TowerError` when the store has no list, or not one that is named.
  static func load(_ wanted: [String] = [], _ connection: Connection) throws -> ScreenedLists {
    let versions = try chosen(wanted, connection)
    if let kept = latest.withLock({ $0 }), kept.versions.map(\.source) == versions.map(\.source),
      kept.versions.map(\.list) == versions.map(\.list)
    {
      return kept
    }
    let loaded = ScreenedLists(try ListedParties(versions, connection))
    latest.withLock { $0 = loaded }
    return loaded
  }

  /// The versions in force of the lists of the store, or of those that are named.
  ///
  /// - Throws: `TowerError` when the store has no list, or not one that is named.
  static func chosen(_ wanted: [String], _ connection: Connection) throws -> [ListVersion] {
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
    return wanted.isEmpty ? all : all.filter { wanted.contains($0.list) }
  }
}
