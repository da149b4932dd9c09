/// How a product stands on a list.
public struct WatchlistMember: Sendable, Hashable {
  /// The year for which it entered.
  public let since: Int
  /// The tier, 1 the most severe to 3.
  public let tier: Int

  /// Makes a member.
  public init(since: Int, tier: Int) {
    self.since = since
    self.tier = tier
  }
}

/// What a year changes for a product.
public enum WatchlistChange: Sendable, Hashable {
  case none
  /// It enters the list.
  case added
  /// It leaves the list.
  case removed
  /// It stays, in another tier.
  case moved(from: Int)
}

/// A product after one more year.
public struct WatchlistStep: Sendable, Hashable {
  /// How it stands; nil when it is not on the list.
  public let member: WatchlistMember?
  /// What the year changed.
  public let change: WatchlistChange
  /// Whether hysteresis or the least time alone keeps it: its score would not let it enter.
  public let isKept: Bool
}
