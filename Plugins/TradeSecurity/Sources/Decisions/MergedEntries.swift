internal import Kernel
internal import Store

/// Where entries went that a list no longer has under their identifier.
///
/// OpenSanctions names in an entity the earlier identifiers that were merged into it (`referents`);
/// a renumbered entry says the same under another identifier; the US Treasury takes one of two
/// entries of the same person out, and the other bears the name. Where several entries come into
/// question none is taken, since a decision must not silence a stranger.
struct MergedEntries {
  /// The entry of today, and how it is known.
  struct Successor {
    let entity: String
    let how: String
  }

  /// The relation under which a list's record of merged identifiers is kept.
  static let relation = "merged from"

  private var merged: [String: Set<String>] = [:]
  private var byDigest: [String: [String]] = [:]
  private var byName: [String: [String]] = [:]

  /// Looks for the entries of decisions that are gone.
  init(_ decisions: [Decision], _ listed: ListedParties, _ connection: Connection) throws {
    let gone = decisions.filter { listed.entries[$0.entity] == nil }
    guard !gone.isEmpty else { return }
    try connection.forEachRow(
      "SELECT list, entry, other_name FROM trade_list_relation WHERE relation = ?",
      [.text(MergedEntries.relation)]
    ) { row in
      merged[row.text(0) + "/" + row.text(2), default: []].insert(row.text(0) + "/" + row.text(1))
    }
    let lists = Set(gone.map { MergedEntries.list(of: $0.entity) })
    let names = Set(gone.map(\.entityName))
    for (key, fields) in listed.compared where lists.contains(MergedEntries.list(of: key)) {
      byDigest[MergedEntries.list(of: key) + fields.digest, default: []].append(key)
      if names.contains(fields.primaryName) {
        byName[MergedEntries.list(of: key) + "/" + fields.primaryName, default: []].append(key)
      }
    }
  }

  /// The entry of today that a decision is about; nil where none is, or no one alone.
  func successor(of decision: Decision) -> Successor? {
    let list = MergedEntries.list(of: decision.entity)
    if let into = merged[decision.entity], into.count == 1, let entity = into.first {
      return Successor(entity: entity, how: "\(decision.entity) was merged into \(entity)")
    }
    if let same = byDigest[list + decision.entityDigest], same.count == 1 {
      return Successor(entity: same[0], how: "\(decision.entity) is now \(same[0])")
    }
    if let same = byName[list + "/" + decision.entityName], same.count == 1 {
      return Successor(
        entity: same[0], how: "\(decision.entity) is gone, and \(same[0]) bears its name")
    }
    return nil
  }

  private static func list(of entity: String) -> String {
    String(entity.prefix { $0 != "/" })
  }
}
