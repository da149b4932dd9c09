internal import Kernel
internal import Store

/// What changed in a list between two of its versions.
struct ListDelta {
  /// One entry that changed.
  struct Change {
    /// What happened to it.
    enum Kind: String, CaseIterable {
      case added, removed
      /// The words of its primary name are others.
      case renamed
      /// Something else is: `facets` says what.
      case changed
    }

    let entry: String
    let kind: Kind
    /// The entry before; nil when it was added.
    let before: ListedParty?
    /// The entry after; nil when it was removed.
    let after: ListedParty?

    /// The parts of the entry that differ.
    var facets: [String] {
      guard let before, let after else { return [] }
      return ListDelta.facets.filter { !$0.isSame(before, after) }.map(\.name)
    }
  }

  /// The changes, by kind and then by entry.
  let changes: [Change]

  /// Compares two versions: only entries that the store keeps apart are read.
  init(from first: KeptVersion, to second: KeptVersion, _ connection: Connection) throws {
    let versions = try KeptVersion.all(list: first.list, connection)
    let before = try ListDelta.differences(of: first, versions, connection)
    let after = try ListDelta.differences(of: second, versions, connection)
    let stored = try StoredParties(list: first.list, connection)
    var changes: [Change] = []
    for entry in Set(before.keys).union(after.keys) {
      let old = try before[entry].map { try $0.map { try ListedParty(content: $0) } }
      let new = try after[entry].map { try $0.map { try ListedParty(content: $0) } }
      let inForce = old == nil || new == nil ? try stored.party(entry) : nil
      let change = ListDelta.change(entry, old ?? inForce, new ?? inForce)
      if let change { changes.append(change) }
    }
    self.changes = changes.sorted { first, second in
      let (one, two) = (ListDelta.rank(first.kind), ListDelta.rank(second.kind))
      return (one, first.entry.utf8.count, first.entry) < (
        two, second.entry.utf8.count, second.entry
      )
    }
  }

  /// How a version differs from the one in force: the content of entries that may be others, nil for
  /// those that it does not have.
  ///
  /// A version is kept against its base, and that against its own, up to the one in force; the first
  /// that names an entry decides.
  private static func differences(
    of version: KeptVersion, _ versions: [KeptVersion], _ connection: Connection
  ) throws -> [String: String?] {
    var differences: [String: String?] = [:]
    var next = version
    while let base = next.base, let above = versions.first(where: { $0.version == base }) {
      try connection.forEachRow(
        "SELECT entry, content FROM trade_list_past WHERE list = ? AND version = ?",
        [.text(next.list), .text(next.version)]
      ) { row in
        let values = row.values
        guard let entry = values[0].text, differences[entry] == nil else { return }
        differences.updateValue(values[1].text, forKey: entry)
      }
      next = above
    }
    return differences
  }

  private static func change(_ entry: String, _ before: ListedParty?, _ after: ListedParty?)
    -> Change?
  {
    switch (before, after) {
    case (nil, nil): return nil
    case (nil, let after?):
      return Change(entry: entry, kind: .added, before: nil, after: after)
    case (let before?, nil):
      return Change(entry: entry, kind: .removed, before: before, after: nil)
    case (let before?, let after?):
      guard before != after else { return nil }
      let isRenamed = nameWords(before.primaryName) != nameWords(after.primaryName)
      let change = Change(
        entry: entry, kind: isRenamed ? .renamed : .changed, before: before, after: after)
      return isRenamed || !change.facets.isEmpty ? change : nil
    }
  }

  /// The words of a name in any order, so that another order, case or punctuation is no new name.
  private static func nameWords(_ name: String) -> [String] {
    name.lowercased().unicodeScalars
      .split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      .map { String(String.UnicodeScalarView($0)) }.sorted()
  }

  private static func rank(_ kind: Change.Kind) -> Int {
    Change.Kind.allCases.firstIndex(of: kind) ?? 0
  }

  /// The parts of an entry that are compared; the order in which a list prints them does not count.
  private static let facets:
    [(name: String, isSame: @Sendable (ListedParty, ListedParty) -> Bool)] = [
      ("kind", { $0.kind == $1.kind }), ("section", { $0.section == $1.section }),
      ("names", { Set($0.names) == Set($1.names) }),
      ("programmes", { Set($0.programmes) == Set($1.programmes) }),
      ("title", { $0.title == $1.title }), ("gender", { $0.gender == $1.gender }),
      ("countries", { Set($0.countries) == Set($1.countries) }),
      ("identifiers", { Set($0.identifiers) == Set($1.identifiers) }),
      ("dates", { Set($0.dates) == Set($1.dates) }),
      ("relations", { names(of: $0.relations) == names(of: $1.relations) }),
      ("remarks", { $0.remarks == $1.remarks }), ("listed_on", { $0.listedOn == $1.listedOn }),
    ]

  private static func names(of relations: [ListedParty.Relation]) -> Set<String> {
    Set(relations.map { $0.kind + ": " + $0.name })
  }
}
