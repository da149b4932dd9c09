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
  /// How many links one circle of cross-holdings may be looked at before it is left open.
  private static let greatestWork = 20_000_000

  /// The least share that is certain, by party.
  private(set) var low: [UInt64]
  /// The greatest share that is possible, by party.
  private(set) var high: [UInt64]
  private let graph: OwnershipGraph
  private let incoming: IncomingLinks
  private let measures: [Bool]
  private let isRemainderOpen: Bool

  /// Solves a graph for listed parties.
  init(_ graph: OwnershipGraph, _ rule: OwnershipRule, listed: [Int32], isRemainderOpen: Bool) {
    self.graph = graph
    self.isRemainderOpen = isRemainderOpen
    measures = Holding.allCases.map(rule.measured.contains)
    incoming = IncomingLinks(graph)
    low = [UInt64](repeating: 0, count: graph.parties)
    high = low
    var isFixed = [Bool](repeating: false, count: graph.parties)
    for party in listed {
      isFixed[Int(party)] = true
      low[Int(party)] = LookThrough.one
      high[Int(party)] = LookThrough.one
    }
    // What nobody listed reaches has no listed part, even in a circle that holds itself whole.
    let reached = reach(from: listed)
    let groups = OwnerGroups(incoming, parties: graph.parties)
    var start = 0
    for end in groups.ends {
      let group = groups.parties[start..<end].filter { reached[Int($0)] && !isFixed[Int($0)] }
      start = end
      solve(group)
    }
  }

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
    let links = incoming.links(into: party).map { Int(incoming.place[$0]) }
      .filter { measures[Int(graph.holding[$0])] }
    return links.isEmpty ? 0 : max(0, ShareUnits.whole - links.reduce(0) { $0 + graph.low[$1] })
  }

  /// Solves the parties of one group, the groups before it being solved: both bounds move towards the
  /// solution until neither does.
  private mutating func solve(_ group: [Int32]) {
    for party in group { high[Int(party)] = LookThrough.one }
    let links = group.reduce(1) { $0 + incoming.links(into: $1).count }
    var rounds = max(2, LookThrough.greatestWork / links)
    var isMoving = true
    while isMoving, rounds > 0 {
      rounds -= 1
      isMoving = false
      for party in group {
        let (least, most) = share(of: party)
        guard least > low[Int(party)] || most < high[Int(party)] else { continue }
        low[Int(party)] = max(low[Int(party)], least)
        high[Int(party)] = min(high[Int(party)], most)
        isMoving = true
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
    for slot in incoming.links(into: party) {
      let link = Int(incoming.place[slot])
      guard measures[Int(graph.holding[link])] else { continue }
      let owner = Int(incoming.owner[slot])
      low = min(one, low + LookThrough.product(graph.low[link], self.low[owner]).down)
      high = min(one, high + LookThrough.product(graph.high[link], self.high[owner]).up)
      highWithLeast = min(
        one, highWithLeast + LookThrough.product(graph.low[link], self.high[owner]).up)
      left -= graph.low[link]
    }
    let rest = LookThrough.product(max(0, left), one).up
    let whole = min(one, highWithLeast + rest)
    return (low, isRemainderOpen ? whole : min(high, whole))
  }

  /// A share of a share, rounded down and up to 1e-18.
  static func product(_ units: Int64, _ share: UInt64) -> (down: UInt64, up: UInt64) {
    let wide = UInt64(units).multipliedFullWidth(by: share)
    let (down, rest) = UInt64(ShareUnits.whole).dividingFullWidth(wide)
    return (down, rest > 0 ? down + 1 : down)
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
