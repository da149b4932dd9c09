import Ownership
import TestSupport

/// A small random graph of owners, and the rules worked out on it without any cleverness.
struct RandomGraph {
  let parties: Int
  let listed: [Int32]
  let links: [OwnershipGraph.Link]

  init(seed: UInt64, isExact: Bool) throws {
    var generator = SeededGenerator(seed: seed)
    let parties = Int.random(in: 2...9, using: &generator)
    self.parties = parties
    listed = (0..<Int32(Int.random(in: 0...2, using: &generator)))
      .map { min($0, Int32(parties) - 1) }
    let shares = [
      "5", "10", "12.5", "20", "25", "30", "33.33", "40", "49.99", "50", "50.01", "60", "75", "100",
    ]
    let open = [
      "unknown", "25-50", ">25-50", ">50-75", "50-75", "0-50", ">=50", "<50", "10-20", "<=10",
    ]
    var links: [OwnershipGraph.Link] = []
    for owned in 0..<Int32(parties) {
      var left = ShareUnits.whole
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let owner = Int32.random(in: 0..<Int32(parties), using: &generator)
        let holding: Holding =
          Int.random(in: 0...9, using: &generator) == 0
          ? [.votes, .board, .control][Int.random(in: 0...2, using: &generator)] : .shares
        let isOpen = !isExact && Bool.random(using: &generator)
        let share = try ShareBounds((isOpen ? open : shares).randomElement(using: &generator) ?? "")
        guard holding != .shares || share.low <= left else { continue }
        if holding == .shares { left -= share.low }
        links.append(.init(owner: owner, owned: owned, holding: holding, share: share))
      }
    }
    self.links = links
  }

  var graph: OwnershipGraph { OwnershipGraph(parties: parties, links: links) }

  /// The parties that a cascade blocks where every share is one number: every party is asked again
  /// and again until a whole round adds none.
  func blocked(by rule: OwnershipRule) -> Set<Int32> {
    switch rule.aggregation {
    case .allOwners: closure(of: Set(listed), rule).subtracting(listed)
    case .oneOwner:
      listed.reduce(into: Set<Int32>()) { $0.formUnion(closure(of: [$1], rule)) }
        .subtracting(listed)
    }
  }

  private func closure(of start: Set<Int32>, _ rule: OwnershipRule) -> Set<Int32> {
    var members = start
    while true {
      let joining = (0..<Int32(parties)).filter { party in
        guard !members.contains(party) else { return false }
        let held = links.filter { $0.owned == party && members.contains($0.owner) }
        let sums = rule.measured.map { holding in
          held.filter { $0.holding == holding }.reduce(0) { $0 + $1.share.low }
        }
        return sums.contains { rule.includesThreshold ? $0 >= rule.threshold : $0 > rule.threshold }
          || held.contains { rule.decisive.contains($0.holding) && $0.share.low > 0 }
      }
      guard !joining.isEmpty else { return members }
      members.formUnion(joining)
    }
  }

  /// The shares multiplied along every chain, added over many rounds of the power series.
  func lookThrough() -> [Double] {
    var shares = (0..<parties).map { listed.contains(Int32($0)) ? 1.0 : 0 }
    for _ in 0..<4_000 {
      var next = (0..<parties).map { listed.contains(Int32($0)) ? 1.0 : 0 }
      for link in links where link.holding == .shares && !listed.contains(link.owned) {
        next[Int(link.owned)] +=
          shares[Int(link.owner)] * Double(link.share.low) / Double(ShareUnits.whole)
      }
      shares = next
    }
    return shares
  }

  /// The same graph with one number in place of every open share, such that no party is held more
  /// than whole; nil where the draw does not fit.
  func closed(seed: UInt64) -> RandomGraph? {
    var generator = SeededGenerator(seed: seed)
    var sums: [Int32: Int64] = [:]
    let closed = links.map { link in
      let share = link.share
      let unit =
        [share.low, share.high, Int64.random(in: share.low...share.high, using: &generator)]
        .randomElement(using: &generator) ?? share.low
      if link.holding == .shares { sums[link.owned, default: 0] += unit }
      return OwnershipGraph.Link(
        owner: link.owner, owned: link.owned, holding: link.holding, share: .exactly(unit))
    }
    return sums.values.allSatisfy { $0 <= ShareUnits.whole }
      ? RandomGraph(parties: parties, listed: listed, links: closed) : nil
  }

  private init(parties: Int, listed: [Int32], links: [OwnershipGraph.Link]) {
    self.parties = parties
    self.listed = listed
    self.links = links
  }
}

extension ShareBounds {
  /// A share of so many units.
  static func exactly(_ units: Int64) -> ShareBounds {
    guard let share = try? ShareBounds(ShareUnits.text(units)) else {
      preconditionFailure("\(units) is no share")
    }
    return share
  }
}
