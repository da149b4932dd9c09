/// The links of a graph ordered by what is owned.
///
/// - Invariant: the links into party `n` are those from `firstLink[n]` up to `firstLink[n + 1]`.
struct IncomingLinks {
  private let firstLink: [Int32]
  /// Who holds.
  let owner: [Int32]
  /// What it holds.
  let holding: [UInt8]
  /// The bounds of the share.
  let share: [ShareBounds]

  init(_ graph: OwnershipGraph) {
    var first = [Int32](repeating: 0, count: graph.parties + 1)
    for party in graph.owned { first[Int(party) + 1] += 1 }
    for party in 0..<graph.parties { first[party + 1] += first[party] }
    var next = first
    var owner = [Int32](repeating: 0, count: graph.owned.count)
    var holding = [UInt8](repeating: 0, count: graph.owned.count)
    var share = [ShareBounds](repeating: .unknown, count: graph.owned.count)
    for party in 0..<Int32(graph.parties) {
      for link in graph.links(of: party) {
        let slot = Int(next[Int(graph.owned[link])])
        next[Int(graph.owned[link])] += 1
        owner[slot] = party
        holding[slot] = graph.holding[link]
        share[slot] = ShareBounds(low: graph.low[link], high: graph.high[link])
      }
    }
    firstLink = first
    self.owner = owner
    self.holding = holding
    self.share = share
  }

  /// The links into a party.
  func links(into party: Int32) -> Range<Int> {
    Int(firstLink[Int(party)])..<Int(firstLink[Int(party) + 1])
  }
}
