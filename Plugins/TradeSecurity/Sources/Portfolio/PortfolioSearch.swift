internal import Kernel
internal import NameMatching
internal import Vocabulary

/// What a portfolio meets on lists, found whole or from what changed.
///
/// Both give the same. Whether a party and an entry meet, and with which score and explanation,
/// depends on what is compared of the two (`ComparedFields`) and on the program, never on another
/// party, another entry or a count over the list: the weights of words are constants of the program
/// (`WordWeights`), the best name of an entry is chosen among its own, and the index passes over a
/// name only where a bound of that one pair is below the threshold. So a pair of which neither side
/// changed has the hit that it had, and the pairs of which one did are screened:
/// - every changed party against all entries;
/// - the other parties against the entries that changed. Of a party that has nothing but a name only
///   names count: a name that the entry had before met then or does not meet now, so the names that
///   are new find all new pairs. These, and the pairs that met before, are scored once more.
struct PortfolioSearch {
  /// The parties.
  let parties: [PortfolioParty]
  /// The lists.
  let listed: ListedParties
  /// The least score.
  let threshold: Double
  /// Shows how far the work is.
  let progress: Progress

  /// Screens every party against every entry.
  func whole() throws -> [PortfolioHit] {
    try hits(of: parties.filter { $0.now != nil }, listed).sorted { $0.pair < $1.pair }
  }

  /// Screens what changed since the last screening.
  ///
  /// - Parameters:
  ///   - before: what was compared of each entry then.
  ///   - now: what is compared of each entry.
  ///   - hits: what was found then, at the same threshold and by the same program.
  func changes(
    _ before: [String: String], _ now: [String: String], _ hits: [PortfolioHit]
  ) throws -> [PortfolioHit] {
    let changed = Set(now.filter { before[$0.key] != $0.value }.keys)
    let same = parties.filter(\.isScreened)
    let screened = Set(same.map(\.identifier))
    let old = hits.filter { screened.contains($0.pair.party) && now[$0.pair.entity] != nil }
    var found = old.filter { !changed.contains($0.pair.entity) }
    if !changed.isEmpty {
      let named = same.filter { ComparedFields.hasNoFacts($0.now ?? "") }
      let known = same.filter { !ComparedFields.hasNoFacts($0.now ?? "") }
      found += try self.hits(of: known, listed.only(changed))
      let names = Set(named.map(\.identifier))
      let met = try self.hits(of: named, listed.only(names: newNames(changed, before, now)))
      let pairs = Set(
        (met + old.filter { changed.contains($0.pair.entity) }).map(\.pair).filter {
          names.contains($0.party)
        })
      found += try self.hits(of: pairs, named)
    }
    found += try self.hits(of: parties.filter { $0.now != nil && !$0.isScreened }, listed)
    return found.sorted { $0.pair < $1.pair }
  }

  /// The names of changed entries that they did not have; all of those whose kind is another, since
  /// names are read by kind.
  private func newNames(
    _ changed: Set<String>, _ before: [String: String], _ now: [String: String]
  ) throws -> [ListedName] {
    var known: [String: Set<String>] = [:]
    for entity in changed {
      guard let old = try before[entity].map({ try ComparedFields(content: $0) }),
        old.kind == listed.entries[entity]?.kind
      else { continue }
      known[entity] = Set(old.names.map(\.text))
    }
    return listed.names.filter {
      changed.contains($0.entry) && !(known[$0.entry]?.contains($0.text) ?? false)
    }
  }

  /// The hits of pairs alone.
  private func hits(of pairs: Set<PortfolioHit.Pair>, _ parties: [PortfolioParty]) throws
    -> [PortfolioHit]
  {
    let entities = Set(pairs.map(\.entity))
    let names = Dictionary(
      grouping: listed.names.filter { entities.contains($0.entry) }, by: \.entry)
    let contents = Dictionary(uniqueKeysWithValues: parties.map { ($0.identifier, $0.now) })
    return try Dictionary(grouping: pairs, by: \.entity).sorted { $0.key < $1.key }.flatMap {
      entity, pairs in
      var screening = Screening(ScreenedLists(listed.only(names: names[entity] ?? [])))
      return try pairs.sorted().flatMap { pair in
        try PortfolioSearch.hits(pair.party, contents[pair.party] ?? nil, threshold, &screening)
      }
    }
  }

  /// The hits of parties on lists, on all cores.
  private func hits(of parties: [PortfolioParty], _ listed: ListedParties) throws -> [PortfolioHit]
  {
    guard !parties.isEmpty, !listed.names.isEmpty else { return [] }
    var found: [PortfolioHit] = []
    var place = 0
    let threshold = threshold
    try BulkScreening.run(
      { most in
        let chunk = parties[place..<min(place + most, parties.count)]
        place += chunk.count
        return Array(chunk)
      }, ScreenedLists(listed), threads: BulkScreening.cores
    ) { (screening: inout Screening, party: PortfolioParty) in
      Result {
        try PortfolioSearch.hits(party.identifier, party.now, threshold, &screening)
      }
    } take: { results in
      for result in results { found += try result.get() }
      progress.report(done: Int64(place), of: Int64(parties.count), rows: place)
    }
    return found
  }

  private static func hits(
    _ party: String, _ content: String?, _ threshold: Double, _ screening: inout Screening
  ) throws -> [PortfolioHit] {
    guard let content else { return [] }
    return screening.hits(try ComparedFields(content: content).query, threshold: threshold).map {
      PortfolioHit($0, party: party)
    }
  }
}
