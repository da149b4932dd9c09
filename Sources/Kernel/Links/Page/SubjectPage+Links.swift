internal import Store
internal import Vocabulary

extension SubjectPage {
  /// The relations that say what restricts or lists a subject.
  private static let restricting: Set = ["restricts", "restricts_part", "listed_on"]

  /// Those, and the relation that leads from a product to its heading.
  static let upwards = restricting.union(["part_of"])

  /// The links of each module, the heaviest of a relation first.
  mutating func linkTables(_ links: [Link], limit: Int) throws -> [ResultTable] {
    try tower.registry.entries.compactMap { entry in
      let own = links.filter { $0.module == entry.identity.identifier }
      guard !own.isEmpty else { return nil }
      let groups = Dictionary(grouping: own) { Group(relation: $0.relation, isTo: isTo($0)) }
      let rows = try groups.sorted { $0.key < $1.key }.flatMap { group, links in
        try self.rows(group, links, limit: limit)
      }
      return ResultTable(
        title: "\(words.links): \(words.text(entry.identity.title))", columns: words.linkColumns,
        rows: rows)
    }
  }

  private func isTo(_ link: Link) -> Bool { link.source == subject.description }

  private mutating func rows(_ group: Group, _ links: [Link], limit: Int) throws -> [[Value]] {
    // A stable order: those without a weight stay as they are, by the other end.
    let heaviest = links.enumerated().sorted { first, second in
      let weights = (first.element.weight.real ?? -1, second.element.weight.real ?? -1)
      return weights.0 == weights.1 ? first.offset < second.offset : weights.0 > weights.1
    }.map(\.element)
    if links.count > limit {
      notes.append(
        "\(group.relation): \(limit) of \(links.count) links are shown; --links shows more")
    }
    return try heaviest.prefix(limit).map { link in
      link.sourceID.text.map { _ = sources.insert($0) }
      let other = link.other(than: subject.description)
      return [
        .text(link.relation), .text(group.isTo ? "to" : "from"), .text(other), try name(other),
        link.validFrom, link.validTo, link.weight, link.unit, link.sourceID,
      ]
    }
  }

  private struct Group: Hashable, Comparable {
    let relation: String
    let isTo: Bool

    static func < (first: Group, second: Group) -> Bool {
      first.relation == second.relation
        ? first.isTo && !second.isTo : first.relation < second.relation
    }
  }

  /// What restricts or lists the subject itself, the products it is traded as, and the headings
  /// above.
  mutating func restrictionTables(_ links: [Link]) throws -> [ResultTable] {
    var reached = [subject.description]
    reached += links.filter { $0.relation == "traded_as" && isTo($0) }.map(\.target)
    var seen = Set(reached)
    var rows: [[Value]] = []
    var next = 0
    while next < reached.count {
      let here = reached[next]
      next += 1
      let around = here == subject.description ? links : try headings.links(of: here)
      reached += around.filter { $0.relation == "part_of" && $0.source == here }.map(\.target)
        .filter { seen.insert($0).inserted }
      for link in around where SubjectPage.restricting.contains(link.relation) {
        // A measure restricts its target; a party stands on a list.
        guard link.relation == "listed_on" ? isTo(link) : link.target == here else { continue }
        let other = link.other(than: here)
        link.sourceID.text.map { _ = sources.insert($0) }
        rows.append([
          .text(other), try name(other), .text(link.relation), .text(here), link.validFrom,
          link.validTo, link.sourceID,
        ])
      }
    }
    return rows.isEmpty
      ? []
      : [ResultTable(title: words.restrictions, columns: words.restrictionColumns, rows: rows)]
  }
}
