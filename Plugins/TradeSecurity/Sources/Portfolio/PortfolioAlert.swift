internal import Kernel
internal import Store

/// What is other for a party and an entry since the last screening, and why.
struct PortfolioAlert: Hashable {
  /// What happened to the hit.
  enum Kind: String {
    case new, changed, gone
  }

  let pair: PortfolioHit.Pair
  let kind: Kind
  let partyName: String
  let entityName: String
  /// The score of the last screening; nil where there was no hit.
  let scoreBefore: Double?
  /// The score now; nil where there is no hit.
  let score: Double?
  /// What changed, with its side in front: `list: alias added: 'X'`, `party: renamed from ...`.
  let changes: [String]

  /// The two states of a side.
  struct Sides {
    let partyBefore: String?
    let party: String?
    let entityBefore: String?
    let entity: String?
  }

  /// Compares two screenings.
  ///
  /// - Parameters:
  ///   - before: the hits of the last screening.
  ///   - after: the hits now.
  ///   - otherwise: why hits may differ where neither side changed, such as another threshold.
  ///   - sides: what was and is compared of a pair.
  static func all(
    _ before: [PortfolioHit], _ after: [PortfolioHit], otherwise: [String],
    sides: (PortfolioHit.Pair) -> Sides
  ) throws -> [PortfolioAlert] {
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.pair, $0) })
    let new = Dictionary(uniqueKeysWithValues: after.map { ($0.pair, $0) })
    return try Set(old.keys).union(new.keys).sorted().compactMap { pair in
      let (then, now, sides) = (old[pair], new[pair], sides(pair))
      var changes =
        try changes("party", sides.partyBefore, sides.party)
        + changes("list", sides.entityBefore, sides.entity)
      if changes.isEmpty {
        guard then != now else { return nil }
        changes = otherwise
      }
      return PortfolioAlert(
        pair: pair, kind: then == nil ? .new : now == nil ? .gone : .changed,
        partyName: try (sides.party ?? sides.partyBefore).map {
          try ComparedFields(content: $0).primaryName
        } ?? "",
        entityName: (now ?? then)?.entityName ?? "", scoreBefore: then?.score, score: now?.score,
        changes: changes)
    }
  }

  private static func changes(_ side: String, _ before: String?, _ after: String?) throws
    -> [String]
  {
    let what = side == "party" ? "party" : "entry"
    switch (before, after) {
    case (nil, nil): return []
    case (nil, _?): return ["\(side): \(what) added"]
    case (_?, nil): return ["\(side): \(what) removed"]
    case (let before?, let after?):
      guard before != after else { return [] }
      return try ComparedFields(content: before).changes(to: ComparedFields(content: after)).map {
        "\(side): \($0)"
      }
    }
  }

  /// The row of the table.
  func row(of portfolio: String, number: Int) -> [Value] {
    [
      .text(portfolio), Value(number), .text(pair.party), .text(pair.entity), .text(kind.rawValue),
      .text(partyName), .text(entityName), Value(scoreBefore), Value(score),
      .text(JSONValue.texts(changes).compact),
    ]
  }
}
