/// Why a rule says what it says of one party.
public struct OwnershipExplanation: Sendable {
  /// One holding in the party that counts, or may count.
  public struct Part: Hashable, Sendable {
    /// Who holds.
    public let owner: Int32
    /// What it holds.
    public let holding: Holding
    /// How much, as recorded.
    public let share: ShareBounds
    /// How much of it counts by the rule: at least the low bound, at most the high one.
    public let counted: ShareBounds
    /// The chain through which the owner counts, from where it begins down to the owner: a listed
    /// party, or a party whose owners are not all recorded.
    public let chain: [Int32]
  }

  /// The holdings, the largest first.
  public internal(set) var parts: [Part] = []
  /// The least that counts, added: of the kind of holding of which most counts.
  public internal(set) var least: Int64 = 0
  /// The most that can count.
  public internal(set) var most: Int64 = 0
  /// The part of the party that no link records; nil where none is recorded at all.
  public internal(set) var unrecorded: Int64?

  /// Explains the verdict on a party.
  ///
  /// - Parameters: as those of `OwnershipAssessment`, and the party.
  public init(
    of party: Int32, _ graph: OwnershipGraph, rule: OwnershipRule, listed: [Int32],
    isRemainderOpen: Bool
  ) {
    let incoming = IncomingLinks(graph)
    let links = incoming.links(into: party).filter {
      rule.measured.contains(Holding.allCases[Int(incoming.holding[$0])])
    }
    if !links.isEmpty {
      unrecorded = max(0, ShareUnits.whole - links.reduce(0) { $0 + incoming.share[$1].low })
    }
    switch rule.method {
    case .cascade:
      readCascade(
        party, graph, incoming, rule, listed, isRemainderOpen: isRemainderOpen)
    case .multiplication:
      readLookThrough(party, graph, incoming, rule, listed, isRemainderOpen: isRemainderOpen)
    }
    parts.sort {
      ($1.counted.low, $1.counted.high, $0.owner) < ($0.counted.low, $0.counted.high, $1.owner)
    }
  }
}

extension OwnershipExplanation {
  private mutating func readCascade(
    _ party: Int32, _ graph: OwnershipGraph, _ incoming: IncomingLinks, _ rule: OwnershipRule,
    _ listed: [Int32], isRemainderOpen: Bool
  ) {
    var certain = Cascade(graph, rule, .least, isRemainderOpen: isRemainderOpen)
    var possible = Cascade(graph, rule, .most, isRemainderOpen: isRemainderOpen)
    // By the rule of one owner, the listed party that comes nearest explains the verdict.
    let groups = rule.aggregation == .allOwners ? [listed] : [[]] + listed.map { [$0] }
    var best: (Int, Int64, Int64)?
    for group in groups {
      certain.run(from: group)
      possible.run(from: group)
      let sums = rule.measured.map { (certain.held(party, $0), possible.held(party, $0)) }
      let sum = sums.max { ($0.0, $0.1) < ($1.0, $1.1) } ?? (0, 0)
      let rank = (certain.has(party) ? 2 : possible.has(party) ? 1 : 0, sum.0, sum.1)
      if let best, rank <= best { continue }
      best = rank
      (least, most) = sum
      parts = parts(party, incoming, rule, certain, possible)
    }
  }

  private func parts(
    _ party: Int32, _ incoming: IncomingLinks, _ rule: OwnershipRule, _ certain: Cascade,
    _ possible: Cascade
  ) -> [Part] {
    incoming.links(into: party).compactMap { slot in
      let owner = incoming.owner[slot]
      let holding = Holding.allCases[Int(incoming.holding[slot])]
      let counts = rule.measured.contains(holding) || rule.decisive.contains(holding)
      guard counts, possible.has(owner), owner != party else { return nil }
      let share = incoming.share[slot]
      return Part(
        owner: owner, holding: holding, share: share,
        counted: certain.has(owner) ? share : ShareBounds(low: 0, high: share.high),
        chain: OwnershipExplanation.chain(
          to: owner, incoming, certain.has(owner) ? certain : possible))
    }
  }

  /// The way from where a cascade begins to one of its members, over the members that joined first.
  private static func chain(
    to member: Int32, _ incoming: IncomingLinks, _ cascade: Cascade
  ) -> [Int32] {
    var chain = [member]
    while let last = chain.last {
      let earlier = incoming.links(into: last).map { incoming.owner[$0] }
        .filter { cascade.order($0) < cascade.order(last) }
      guard let first = earlier.min(by: { cascade.order($0) < cascade.order($1) }) else { break }
      chain.append(first)
    }
    return chain.reversed()
  }

  private mutating func readLookThrough(
    _ party: Int32, _ graph: OwnershipGraph, _ incoming: IncomingLinks, _ rule: OwnershipRule,
    _ listed: [Int32], isRemainderOpen: Bool
  ) {
    let shares = LookThrough(
      graph, rule, listed: listed, isRemainderOpen: isRemainderOpen, isForVerdicts: false)
    least = LookThrough.units(shares.low(party)).down
    most = LookThrough.units(shares.high(party)).up
    let isListed = Set(listed)
    for slot in incoming.links(into: party) {
      let owner = incoming.owner[slot]
      let holding = Holding.allCases[Int(incoming.holding[slot])]
      guard rule.measured.contains(holding), shares.high(owner) > 0 else { continue }
      let share = incoming.share[slot]
      let low = LookThrough.product(share.low, shares.low(owner)).down
      let high = LookThrough.product(share.high, shares.high(owner)).up
      parts.append(
        Part(
          owner: owner, holding: holding,
          share: share,
          counted: ShareBounds(
            low: LookThrough.units(low).down, high: LookThrough.units(high).up),
          chain: OwnershipExplanation.shortestChain(to: owner, incoming, shares, isListed)))
    }
  }

  /// The shortest way from a listed party down to an owner over parties with a listed part; where
  /// the part is only possible, the way may end at a party whose owners are not all recorded.
  private static func shortestChain(
    to owner: Int32, _ incoming: IncomingLinks, _ shares: LookThrough, _ listed: Set<Int32>
  ) -> [Int32] {
    let isCertain = shares.low(owner) > 0
    var below: [Int32: Int32] = [owner: owner]
    var open = [owner]
    var next = 0
    while next < open.count, !listed.contains(open[next]) {
      for slot in incoming.links(into: open[next]) {
        let above = incoming.owner[slot]
        guard isCertain ? shares.low(above) > 0 : shares.high(above) > 0, below[above] == nil else {
          continue
        }
        below[above] = open[next]
        open.append(above)
      }
      next += 1
    }
    var chain = [next < open.count ? open[next] : open[open.count - 1]]
    while let last = chain.last, last != owner, let step = below[last] { chain.append(step) }
    return chain
  }
}
