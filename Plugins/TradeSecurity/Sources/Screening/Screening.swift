internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// The search for parties among the listed ones; one for each thread.
struct Screening {
  /// A listed party that was met, by its best name.
  struct Hit {
    /// The name that met, and why.
    let candidate: NameCandidate
    /// The party.
    let entry: ListedParties.Entry
    /// What facts added to the score of the name, or took away.
    let evidence: FactEvidence
    /// The score that the Treasury's own search would show, 0 to 100.
    let treasuryScore: Int

    /// The score of name and facts, 0 to 1.
    var score: Double { evidence.score }
  }

  /// The lists that are searched.
  let lists: ScreenedLists
  private var searcher: NameSearcher
  private var comparison = NameComparison()
  private let names: [String: [Int]]

  /// Makes a search of some lists.
  init(_ lists: ScreenedLists) {
    self.lists = lists
    searcher = NameSearcher(lists.index)
    names =
      lists.byIdentifier.isEmpty
      ? [:] : Dictionary(grouping: lists.index.names.indices) { lists.index.names[$0].entry }
  }

  /// The parties that score at least a threshold, best first.
  ///
  /// - Parameters:
  ///   - query: the party asked about.
  ///   - threshold: the least score, 0 to 1.
  ///   - limit: how many at most.
  ///   - isExhaustive: whether every listed name is compared, which finds the same.
  mutating func hits(
    _ query: ScreenQuery, threshold: Double, limit: Int = .max, isExhaustive: Bool = false
  ) -> [Hit] {
    let name = NameQuery(query.name, party: query.party)
    guard !name.isEmpty || !query.facts.identifiers.isEmpty else { return [] }
    let least = query.facts.isEmpty ? threshold : FactEvidence.leastNameScore(threshold: threshold)
    var candidates = searcher.search(
      name, threshold: least, limit: query.facts.isEmpty ? limit : .max, isExhaustive: isExhaustive)
    addIdentified(query, name, to: &candidates)
    let hits = candidates.compactMap { candidate -> Hit? in
      guard let entry = lists.entries[candidate.name.entry] else { return nil }
      return Hit(
        candidate: candidate, entry: entry,
        evidence: FactEvidence(
          nameScore: candidate.score, query.facts, lists.facts[candidate.name.entry] ?? PartyFacts()
        ),
        treasuryScore: TreasuryScore.score(query.name, candidate.name.text))
    }
    let above = hits.filter { $0.score >= threshold }
    let sorted =
      query.facts.isEmpty
      ? above
      : above.sorted {
        ($1.score, $0.candidate.name.entry) < ($0.score, $1.candidate.name.entry)
      }
    return Array(sorted.prefix(limit))
  }

  /// Adds the parties that share an identifier, whatever their names.
  private mutating func addIdentified(
    _ query: ScreenQuery, _ name: NameQuery, to candidates: inout [NameCandidate]
  ) {
    let met = Set(candidates.map(\.name.entry))
    let keys = Set(query.facts.identifiers.flatMap { lists.byIdentifier[$0] ?? [] })
    for key in keys.sorted() where !met.contains(key) {
      let best = (names[key] ?? []).map { place in
        comparison.candidate(name, ListedQuery(lists.index.names[place]))
      }.max { ($0.score, $1.name.text) < ($1.score, $0.name.text) }
      if let best { candidates.append(best) }
    }
  }
}
