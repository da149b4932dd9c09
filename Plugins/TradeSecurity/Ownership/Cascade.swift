/// The least fixpoint of a rule by which a blocked owner passes on its whole share.
///
/// It begins with listed parties and adds a party when what its members hold of it is enough, until
/// nobody joins. The rule is monotone, so that the order does not matter and a cross-holding alone
/// blocks nobody (Tarski, "A lattice-theoretical fixpoint theorem", 1955, theorem 1). Every link of a
/// member is looked at once.
struct Cascade {
  /// What open shares are taken to be.
  enum Reading {
    case least, most
  }

  /// The members in the order in which they joined, listed ones first.
  private(set) var members: [Int32] = []

  private let graph: OwnershipGraph
  private let rule: OwnershipRule
  private let reading: Reading
  private let measures: [Bool]
  private let decides: [Bool]
  private let openParties: [Int32]
  private var place: [Int32]
  private var sums: MemberSums

  /// Prepares the work on a graph.
  ///
  /// - Parameter isRemainderOpen: whether the part of a company that no link records may belong to
  ///   anybody; otherwise it belongs to nobody who is listed.
  init(
    _ graph: OwnershipGraph, _ rule: OwnershipRule, _ reading: Reading, isRemainderOpen: Bool
  ) {
    self.graph = graph
    self.rule = rule
    self.reading = reading
    measures = Holding.allCases.map(rule.measured.contains)
    decides = Holding.allCases.map(rule.decisive.contains)
    place = [Int32](repeating: .max, count: graph.parties)
    let sums = MemberSums(graph, isRemainderOpen: isRemainderOpen && reading == .most)
    self.sums = sums
    openParties =
      isRemainderOpen && reading == .most
      ? (0..<Int32(graph.parties)).filter { party in
        Holding.allCases.contains {
          rule.measured.contains($0) && sums.hasLink(party, $0.rawValue)
            && rule.isReached(by: sums.most(party, $0.rawValue))
        }
      } : []
  }

  /// Whether a party is a member.
  func has(_ party: Int32) -> Bool { place[Int(party)] != .max }

  /// Where a party stands among the members; `Int32.max` for no member.
  func order(_ party: Int32) -> Int32 { place[Int(party)] }

  /// What the members hold of a party, by the reading.
  func held(_ party: Int32, _ holding: Holding) -> Int64 {
    reading == .least ? sums.least(party, holding.rawValue) : sums.most(party, holding.rawValue)
  }

  /// Forgets the members before, and finds those that follow from listed parties.
  mutating func run(from listed: some Sequence<Int32>) {
    for member in members {
      place[Int(member)] = .max
      for link in graph.links(of: member) { sums.clear(graph.owned[link], graph.holding[link]) }
    }
    members.removeAll(keepingCapacity: true)
    for party in listed { join(party) }
    for party in openParties { join(party) }
    var next = 0
    while next < members.count {
      let links = graph.links(of: members[next])
      next += 1
      for link in links { pass(link) }
    }
  }

  private mutating func join(_ party: Int32) {
    guard !has(party) else { return }
    place[Int(party)] = Int32(members.count)
    members.append(party)
  }

  /// Counts what a member holds by a link.
  private mutating func pass(_ link: Int) {
    let owned = graph.owned[link]
    let holding = graph.holding[link]
    if measures[Int(holding)] {
      sums.add(owned, holding, low: graph.low[link], high: graph.high[link])
      let held = reading == .least ? sums.least(owned, holding) : sums.most(owned, holding)
      if rule.isReached(by: held) { join(owned) }
    }
    let share = reading == .least ? graph.low[link] : graph.high[link]
    if decides[Int(holding)], share > 0 { join(owned) }
  }
}
