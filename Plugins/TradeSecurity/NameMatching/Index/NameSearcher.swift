/// A searcher of an index: one for each thread, since it remembers what tokens meet.
public struct NameSearcher {
  private let index: NameIndex
  private var people: PartitionSearch
  private var others: PartitionSearch
  private var comparison = NameComparison()

  /// Makes a searcher.
  public init(_ index: NameIndex) {
    self.index = index
    people = PartitionSearch(index.people)
    others = PartitionSearch(index.others)
  }

  /// Every name of the index that scores at least the threshold: its place in `NameIndex.names` and
  /// its score, in no particular order.
  ///
  /// - Parameters:
  ///   - query: the name asked about.
  ///   - threshold: the least score, 0 to 1.
  ///   - isExhaustive: whether every name is scored, which finds the same and takes longer.
  public mutating func scores(
    _ query: NameQuery, threshold: Double, isExhaustive: Bool = false
  ) -> [(name: Int, score: Double)] {
    let least = Float(threshold)
    var found: [(name: Int, score: Double)] = []
    for hit in people.search(query.person, threshold: least, isExhaustive: isExhaustive) {
      add(hit, index.people, query, least, to: &found)
    }
    for hit in others.search(query.other, threshold: least, isExhaustive: isExhaustive) {
      add(hit, index.others, query, least, to: &found)
    }
    return found
  }

  private func add(
    _ hit: PartitionSearch.Found, _ partition: NamePartition, _ query: NameQuery, _ least: Float,
    to found: inout [(name: Int, score: Double)]
  ) {
    let place = Int(partition.names[Int(hit.name)])
    let score = hit.score * NameQuery.kindFactor(query.party, index.names[place].party)
    if score >= least { found.append((place, Double(score))) }
  }

  /// The listed parties that a name meets, best first, each by its best name, with the reasons.
  ///
  /// - Parameters:
  ///   - query: the name asked about.
  ///   - threshold: the least score, 0 to 1.
  ///   - limit: how many parties to return at most.
  ///   - isExhaustive: whether every name is scored.
  public mutating func search(
    _ query: NameQuery, threshold: Double, limit: Int, isExhaustive: Bool = false
  ) -> [NameCandidate] {
    let names = index.names
    var entries: Set<String> = []
    return scores(query, threshold: threshold, isExhaustive: isExhaustive).sorted { first, second in
      guard first.score == second.score else { return first.score > second.score }
      return names[first.name].isBefore(names[second.name])
    }.filter { entries.insert(names[$0.name].entry).inserted }.prefix(max(0, limit)).map {
      comparison.candidate(query, ListedQuery(names[$0.name]))
    }
  }
}

extension ListedName {
  /// The order of names of equal scores: by entry, then primary names first, then by text.
  func isBefore(_ other: ListedName) -> Bool {
    (entry, role.rank, text) < (other.entry, other.role.rank, other.text)
  }
}

extension ListedName.Role {
  fileprivate var rank: Int {
    switch self {
    case .primary: 0
    case .alias: 1
    case .weakAlias: 2
    }
  }
}
