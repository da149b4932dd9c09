/// The share of each party that listed parties hold, multiplied along every chain and added.
///
/// With W the shares and l the listed parties, x is the least solution of x = 1 on l and x = W'x
/// elsewhere; chains that go round in cross-holdings add up as a geometric series (Brioschi, Buzzacchi
/// and Colombo 1989, "Risk capital financing and the separation of ownership and control in business
/// groups"). The solution is kept between two whole numbers of 1e-18, one rounded down and one rounded
/// up, so that no verdict is a matter of rounding.
struct LookThrough {
  /// A share of 1.
  static let one: UInt64 = 1_000_000_000_000_000_000
  /// A round in which no bound moves by so much is the last: by 1e-6 at first, by 1e-15 at last.
  private static let moves: [UInt64] = [1_000_000_000_000, 1_000_000_000, 1_000_000, 1_000]
  /// How often the parties of one circle of cross-holdings may be asked before it is left open.
  private static let greatestWork = 20_000_000

  /// The bounds of each party's share.
  private var bounds: [(low: UInt64, high: UInt64)]
  private let graph: OwnershipGraph
  private let incoming: IncomingLinks
  /// The least share of each incoming link as a factor.
  private let factors: [UInt64]
  private let measures: [Bool]
  private let isRemainderOpen: Bool

  /// Solves a graph for listed parties.
  ///
  /// - Parameter isForVerdicts: whether it is enough to know on which side of the threshold every
  ///   party is; the bounds are then only as narrow as that needs.
  init(
    _ graph: OwnershipGraph, _ rule: OwnershipRule, listed: [Int32], isRemainderOpen: Bool,
    isForVerdicts: Bool
  ) {
    self.graph = graph
    self.isRemainderOpen = isRemainderOpen
    measures = Holding.allCases.map(rule.measured.contains)
    incoming = IncomingLinks(graph)
    factors = incoming.share.map { LookThrough.factor($0.low) }
    bounds = [(low: UInt64, high: UInt64)](repeating: (0, 0), count: graph.parties)
    var isFixed = [Bool](repeating: false, count: graph.parties)
    for party in listed {
      isFixed[Int(party)] = true
      bounds[Int(party)] = (LookThrough.one, LookThrough.one)
    }
    // What nobody listed reaches has no listed part, even in a circle that holds itself whole.
    let reached = reach(from: listed)
    for party in 0..<graph.parties where reached[party] && !isFixed[party] {
      bounds[party].high = LookThrough.one
    }
    let groups = OwnerGroups(incoming, parties: graph.parties)
    for move in isForVerdicts ? LookThrough.moves : LookThrough.moves.suffix(1) {
      var start = 0
      for end in groups.ends {
        solve(
          groups.parties[start..<end].filter { reached[Int($0)] && !isFixed[Int($0)] },
          smallestMove: move)
        start = end
      }
      let isDecided = bounds.allSatisfy {
        LookThrough.isReached(rule, by: $0.low) == LookThrough.isReached(rule, by: $0.high)
      }
      if isDecided { break }
    }
  }

  /// The least share of a party that is certain.
  func low(_ party: Int32) -> UInt64 { bounds[Int(party)].low }

  /// The greatest share of a party that is possible.
  func high(_ party: Int32) -> UInt64 { bounds[Int(party)].high }

  /// The parties that a chain of links leads to, and those that somebody unrecorded may hold.
  private func reach(from listed: [Int32]) -> [Bool] {
    var reached = [Bool](repeating: false, count: graph.parties)
    var open = listed
    if isRemainderOpen {
      open += (0..<Int32(graph.parties)).filter { unrecorded($0) > 0 }
    }
    for party in open { reached[Int(party)] = true }
    while let party = open.popLast() {
      for link in graph.links(of: party) where !reached[Int(graph.owned[link])] {
        reached[Int(graph.owned[link])] = true
        open.append(graph.owned[link])
      }
    }
    return reached
  }

  /// The part of a party that no link records; nothing where no link is recorded at all.
  private func unrecorded(_ party: Int32) -> Int64 {
    let links = incoming.links(into: party).filter { measures[Int(incoming.holding[$0])] }
    return links.isEmpty
      ? 0 : max(0, ShareUnits.whole - links.reduce(0) { $0 + incoming.share[$1].low })
  }

  /// Solves the parties of one group by asking all of them in turn until no bound moves.
  ///
  /// The groups before it are solved. However early it stops, the bounds are right, only wider.
  private mutating func solve(_ group: [Int32], smallestMove: UInt64) {
    var work = LookThrough.greatestWork
    var isMoving = true
    while isMoving, work > 0 {
      isMoving = false
      for party in group {
        work -= 1
        let before = bounds[Int(party)]
        let (least, most) = share(of: party)
        bounds[Int(party)] = (max(before.low, least), min(before.high, most))
        isMoving =
          isMoving || least >= before.low + smallestMove || most + smallestMove <= before.high
      }
    }
  }

  /// The bounds of a party by the bounds of its owners.
  private func share(of party: Int32) -> (low: UInt64, high: UInt64) {
    let one = LookThrough.one
    var low: UInt64 = 0
    var high: UInt64 = 0
    var highWithLeast: UInt64 = 0
    var left = ShareUnits.whole
    for slot in incoming.links(into: party) where measures[Int(incoming.holding[slot])] {
      let owner = bounds[Int(incoming.owner[slot])]
      let share = incoming.share[slot]
      left -= share.low
      guard owner.high > 0 else { continue }
      let factor = factors[slot]
      let least = LookThrough.product(share.low, factor, owner.low)
      let mostOfLeast =
        owner.low == owner.high ? least : LookThrough.product(share.low, factor, owner.high)
      let most = share.isExact ? mostOfLeast : LookThrough.product(share.high, owner.high)
      low = min(one, low + least.down)
      high = min(one, high + most.up)
      highWithLeast = min(one, highWithLeast + mostOfLeast.up)
    }
    let rest = UInt64(max(0, left)) * LookThrough.step
    let whole = min(one, highWithLeast + rest)
    return (low, isRemainderOpen ? whole : min(high, whole))
  }

  /// A share of a share, rounded down and up to 1e-18.
  static func product(_ units: Int64, _ share: UInt64) -> (down: UInt64, up: UInt64) {
    product(units, factor(units), share)
  }

  /// The same with the factor of the first share at hand, which saves the division: what is too
  /// little by the fraction that the factor lacks, one at most, shows in what is left.
  @inline(__always)
  private static func product(_ units: Int64, _ factor: UInt64, _ share: UInt64)
    -> (down: UInt64, up: UInt64)
  {
    let whole = UInt64(ShareUnits.whole)
    var down = factor.multipliedFullWidth(by: share).high
    var left = UInt64(units) &* share &- down &* whole
    if left >= whole {
      down += 1
      left -= whole
    }
    return (down, left > 0 ? down + 1 : down)
  }

  /// A share as a fraction of 2^64, rounded down.
  private static func factor(_ units: Int64) -> UInt64 {
    let whole = UInt64(ShareUnits.whole)
    return units >= ShareUnits.whole
      ? .max : whole.dividingFullWidth((high: UInt64(units), low: 0)).quotient
  }

  /// A share of 1e-18 in `ShareUnits`, rounded down and up.
  static func units(_ share: UInt64) -> (down: Int64, up: Int64) {
    (Int64(share / step), Int64((share + step - 1) / step))
  }

  /// Whether a share of 1e-18 is enough for a rule.
  static func isReached(_ rule: OwnershipRule, by share: UInt64) -> Bool {
    let threshold = UInt64(rule.threshold) * step
    return rule.includesThreshold ? share >= threshold : share > threshold
  }

  private static let step = one / UInt64(ShareUnits.whole)
}
