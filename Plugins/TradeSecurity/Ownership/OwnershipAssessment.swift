/// What a rule says of the parties of a graph.
public struct OwnershipAssessment: Sendable {
  /// What a rule says of one party.
  public enum Verdict: String, Sendable {
    /// It is listed itself.
    case listed
    /// Whatever the open shares are, its owners block it.
    case blocked
    /// Some values of the open shares would block it, others would not.
    case cannotTell = "cannot_tell"
    /// Whatever the open shares are, its owners do not block it.
    case notBlocked = "not_blocked"
  }

  /// The verdict of each party.
  public let verdicts: [Verdict]

  /// Assesses every party.
  ///
  /// - Parameters:
  ///   - graph: who holds what.
  ///   - rule: the rule.
  ///   - listed: the listed parties.
  ///   - isRemainderOpen: whether the part of a company that no link records may belong to a listed
  ///     party; false for a graph that is known to be whole.
  public init(
    _ graph: OwnershipGraph, rule: OwnershipRule, listed: [Int32], isRemainderOpen: Bool
  ) {
    let bounds =
      switch rule.method {
      case .cascade:
        OwnershipAssessment.cascade(graph, rule, listed, isRemainderOpen: isRemainderOpen)
      case .multiplication:
        OwnershipAssessment.lookThrough(graph, rule, listed, isRemainderOpen: isRemainderOpen)
      }
    var verdicts = zip(bounds.certain, bounds.possible).map { isCertain, isPossible -> Verdict in
      isCertain ? .blocked : isPossible ? .cannotTell : .notBlocked
    }
    for party in listed { verdicts[Int(party)] = .listed }
    self.verdicts = verdicts
  }

  /// The parties of a verdict, in ascending order.
  public func parties(_ verdict: Verdict) -> [Int] {
    verdicts.indices.filter { verdicts[$0] == verdict }
  }

  private typealias Bounds = (certain: [Bool], possible: [Bool])

  private static func cascade(
    _ graph: OwnershipGraph, _ rule: OwnershipRule, _ listed: [Int32], isRemainderOpen: Bool
  ) -> Bounds {
    let certain = members(graph, rule, listed, .least, isRemainderOpen: isRemainderOpen)
    let isOpen = isRemainderOpen || !graph.isExact
    return (
      certain,
      isOpen ? members(graph, rule, listed, .most, isRemainderOpen: isRemainderOpen) : certain
    )
  }

  private static func members(
    _ graph: OwnershipGraph, _ rule: OwnershipRule, _ listed: [Int32],
    _ reading: Cascade.Reading, isRemainderOpen: Bool
  ) -> [Bool] {
    var isMember = [Bool](repeating: false, count: graph.parties)
    var cascade = Cascade(graph, rule, reading, isRemainderOpen: isRemainderOpen)
    switch rule.aggregation {
    case .allOwners:
      cascade.run(from: listed)
      for member in cascade.members { isMember[Int(member)] = true }
    case .oneOwner:
      // A listed party that another one owns has nothing of which that owner has not the same.
      for party in listed where !isMember[Int(party)] {
        cascade.run(from: CollectionOfOne(party))
        for member in cascade.members { isMember[Int(member)] = true }
      }
      cascade.run(from: EmptyCollection())
      for member in cascade.members { isMember[Int(member)] = true }
    }
    return isMember
  }

  private static func lookThrough(
    _ graph: OwnershipGraph, _ rule: OwnershipRule, _ listed: [Int32], isRemainderOpen: Bool
  ) -> Bounds {
    let shares = LookThrough(
      graph, rule, listed: listed, isRemainderOpen: isRemainderOpen, isForVerdicts: true)
    return (
      (0..<Int32(graph.parties)).map { LookThrough.isReached(rule, by: shares.low($0)) },
      (0..<Int32(graph.parties)).map { LookThrough.isReached(rule, by: shares.high($0)) }
    )
  }
}
