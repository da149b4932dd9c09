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
/// changed has the hit that it had, and the pairs of which one did are screened: every changed party
/// against all entries, and the other parties against the changed entries alone.
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
    try hits(of: parties.filter { $0.now != nil }, ScreenedLists(listed))
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
    let others = parties.filter { $0.now != nil && !$0.isScreened }
    let screened = Set(same.map(\.identifier))
    var found = hits.filter {
      screened.contains($0.pair.party) && now[$0.pair.entity] != nil
        && !changed.contains($0.pair.entity)
    }
    if !changed.isEmpty, !same.isEmpty {
      found += try self.hits(of: same, ScreenedLists(listed.only(changed)))
    }
    if !others.isEmpty { found += try self.hits(of: others, ScreenedLists(listed)) }
    return found.sorted { $0.pair < $1.pair }
  }

  private func hits(of parties: [PortfolioParty], _ lists: ScreenedLists) throws -> [PortfolioHit] {
    var found: [PortfolioHit] = []
    var place = 0
    let threshold = threshold
    try BulkScreening.run(
      { most in
        let chunk = parties[place..<min(place + most, parties.count)]
        place += chunk.count
        return Array(chunk)
      }, lists, threads: BulkScreening.cores
    ) { (screening: inout Screening, party: PortfolioParty) -> [PortfolioHit]? in
      guard let content = party.now, let fields = try? ComparedFields(content: content) else {
        return nil
      }
      return screening.hits(fields.query, threshold: threshold).map {
        PortfolioHit($0, party: party.identifier)
      }
    } take: { results in
      for hits in results {
        guard let hits else {
          throw TowerError(.integrity, "a party of the portfolio cannot be read: store check")
        }
        found += hits
      }
      progress.report(done: Int64(place), of: Int64(parties.count), rows: place)
    }
    return found.sorted { $0.pair < $1.pair }
  }
}
