/// What the members of a cascade hold of each party, by kind of holding.
struct MemberSums {
  private static let kinds = Holding.allCases.count
  private let isRemainderOpen: Bool
  /// The least that all recorded owners hold together; -1 where no link is recorded.
  private let recorded: [Int64]
  private var low: [Int64]
  private var high: [Int64]

  /// - Parameter isRemainderOpen: whether a member may hold what no link records.
  init(_ graph: OwnershipGraph, isRemainderOpen: Bool) {
    let count = graph.parties * MemberSums.kinds
    var recorded = [Int64](repeating: -1, count: count)
    for link in graph.owned.indices {
      let index = MemberSums.index(graph.owned[link], graph.holding[link])
      recorded[index] = max(recorded[index], 0) + graph.low[link]
    }
    self.recorded = recorded
    self.isRemainderOpen = isRemainderOpen
    low = [Int64](repeating: 0, count: count)
    high = low
  }

  /// Whether a link of the kind is recorded.
  func hasLink(_ party: Int32, _ holding: UInt8) -> Bool {
    recorded[MemberSums.index(party, holding)] >= 0
  }

  /// The least that the members hold together.
  func least(_ party: Int32, _ holding: UInt8) -> Int64 { low[MemberSums.index(party, holding)] }

  /// The most that they can hold together: their open shares at the most, but never more than what
  /// the other owners leave of the whole; nothing where no link is recorded.
  func most(_ party: Int32, _ holding: UInt8) -> Int64 {
    let index = MemberSums.index(party, holding)
    guard recorded[index] >= 0 else { return 0 }
    let left = ShareUnits.whole - (recorded[index] - low[index])
    return max(low[index], isRemainderOpen ? left : min(high[index], left))
  }

  mutating func add(_ party: Int32, _ holding: UInt8, low share: Int64, high most: Int64) {
    let index = MemberSums.index(party, holding)
    low[index] += share
    high[index] += most
  }

  mutating func clear(_ party: Int32, _ holding: UInt8) {
    let index = MemberSums.index(party, holding)
    low[index] = 0
    high[index] = 0
  }

  private static func index(_ party: Int32, _ holding: UInt8) -> Int {
    Int(party) * kinds + Int(holding)
  }
}
