/// Parties as numbers from 0, and what each holds of others, in contiguous columns.
///
/// - Invariant: the links of owner `n` are those from `firstLink[n]` up to `firstLink[n + 1]`.
public struct OwnershipGraph: Sendable {
  /// A link as it is read: one party holds a share of another.
  public struct Link: Hashable, Sendable {
    /// The party that holds.
    public let owner: Int32
    /// The party that is held.
    public let owned: Int32
    /// What it holds.
    public let holding: Holding
    /// How much; for a board or control, `unknown` means that it is only alleged.
    public let share: ShareBounds

    /// Makes a link.
    public init(owner: Int32, owned: Int32, holding: Holding = .shares, share: ShareBounds) {
      self.owner = owner
      self.owned = owned
      self.holding = holding
      self.share = share
    }
  }

  /// The number of parties.
  public let parties: Int
  let firstLink: [Int32]
  let owned: [Int32]
  let holding: [UInt8]
  let low: [Int64]
  let high: [Int64]
  /// Whether every share is one number.
  let isExact: Bool

  /// Orders links by their owners; links between the same two parties add up.
  ///
  /// - Parameters:
  ///   - parties: the number of parties; every link is between two of them.
  ///   - links: the links, in any order.
  public init(parties: Int, links: [Link]) {
    precondition(parties < Int32.max && links.count < Int32.max)
    self.parties = parties
    var first = [Int32](repeating: 0, count: parties + 1)
    for link in links { first[Int(link.owner) + 1] += 1 }
    for party in 0..<parties { first[party + 1] += first[party] }
    var next = first
    var owned = [Int32](repeating: 0, count: links.count)
    var holding = [UInt8](repeating: 0, count: links.count)
    var low = [Int64](repeating: 0, count: links.count)
    var high = low
    var isExact = true
    for link in links {
      let place = Int(next[Int(link.owner)])
      next[Int(link.owner)] += 1
      owned[place] = link.owned
      holding[place] = link.holding.rawValue
      low[place] = link.share.low
      high[place] = link.share.high
      isExact = isExact && link.share.isExact
    }
    firstLink = first
    self.owned = owned
    self.holding = holding
    self.low = low
    self.high = high
    self.isExact = isExact
  }

  /// The places of an owner's links.
  func links(of party: Int32) -> Range<Int> {
    Int(firstLink[Int(party)])..<Int(firstLink[Int(party) + 1])
  }
}
