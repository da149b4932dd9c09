/// When a product enters a list, leaves it, and in which tier it stands.
///
/// A list that follows one threshold loses about one product in five each year and takes back many of
/// them (CEPII Policy Brief 41, 2023). Different thresholds for entering and leaving, and a least time
/// on the list, keep what only wavers.
public struct WatchlistRule: Sendable, Hashable {
  /// A product enters with a score above this.
  public let enter: Double
  /// A product leaves with a score that is not above this; at most `enter`.
  public let leave: Double
  /// So many years after it entered a product leaves at the earliest.
  public let minimumYears: Int
  /// From which score on tier 1 holds.
  public let firstTier: Double
  /// From which score on tier 2 holds; below it tier 3 does.
  public let secondTier: Double

  /// Makes a rule.
  ///
  /// - Precondition: `leave` is not above `enter`, nor `secondTier` above `firstTier`.
  public init(
    enter: Double, leave: Double, minimumYears: Int, firstTier: Double, secondTier: Double
  ) {
    precondition(leave <= enter && secondTier <= firstTier)
    self.enter = enter
    self.leave = leave
    self.minimumYears = minimumYears
    self.firstTier = firstTier
    self.secondTier = secondTier
  }

  /// The rule of one threshold: what is above it is on the list, year by year.
  public func withoutHysteresis() -> WatchlistRule {
    WatchlistRule(
      enter: enter, leave: enter, minimumYears: 0, firstTier: firstTier, secondTier: secondTier)
  }

  /// The tier that a score stands for.
  public func tier(of score: Double) -> Int {
    score >= firstTier ? 1 : score >= secondTier ? 2 : 3
  }

  /// How far below the bound of its tier a score must lie before the tier is given up: as far as
  /// leaving lies below entering.
  public var tierMargin: Double { enter - leave }

  /// Brings one product a year forward.
  ///
  /// - Parameters:
  ///   - member: how it stood on the list in the year before; nil when it did not.
  ///   - score: nil where it cannot be told: the list stays as it was.
  public func step(_ member: WatchlistMember?, year: Int, score: Double?) -> WatchlistStep {
    guard let score else { return WatchlistStep(member: member, change: .none, isKept: false) }
    guard let member else {
      guard score > enter else { return WatchlistStep(member: nil, change: .none, isKept: false) }
      return WatchlistStep(
        member: WatchlistMember(since: year, tier: tier(of: score)), change: .added, isKept: false)
    }
    if score <= leave, year - member.since >= minimumYears {
      return WatchlistStep(member: nil, change: .removed, isKept: false)
    }
    let reached = tier(of: score)
    let tier = reached <= member.tier ? reached : max(member.tier, tier(of: score + tierMargin))
    return WatchlistStep(
      member: WatchlistMember(since: member.since, tier: tier),
      change: tier == member.tier ? .none : .moved(from: member.tier), isKept: score <= enter)
  }
}
