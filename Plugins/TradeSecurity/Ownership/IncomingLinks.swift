/// The links of a graph ordered by what is owned.
///
/// - Invariant: the links into party `n` are those from `firstLink[n]` up to `firstLink[n + 1]`.
struct IncomingLinks {
  private let firstLink: [Int32]
  /// Who holds.
  let owner: [Int32]
  /// The places of the links in the graph.
  let place: [Int32]

  init(_ graph: OwnershipGraph) {
    var first = [Int32](repeating: 0, count: graph.parties + 1)
    for party in graph.owned { first[Int(party) + 1] += 1 }
    for party in 0..<graph.parties { first[party + 1] += first[party] }
    var next = first
    var owner = [Int32](repeating: 0, count: graph.owned.count)
    var place = owner
    for party in 0..<Int32(graph.parties) {
      for link in graph.links(of: party) {
        let slot = Int(next[Int(graph.owned[link])])
        next[Int(graph.owned[link])] += 1
        owner[slot] = party
        place[slot] = Int32(link)
      }
    }
    firstLink = first
    self.owner = owner
    self.place = place
  }

  /// The links into a party.
  func links(into party: Int32) -> Range<Int> {
    Int(firstLink[Int(party)])..<Int(firstLink[Int(party) + 1])
  }
}
