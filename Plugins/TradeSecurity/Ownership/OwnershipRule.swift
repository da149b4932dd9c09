/// When a party counts as blocked through its owners.
public struct OwnershipRule: Hashable, Sendable {
  /// How shares go through a chain.
  public enum Method: String, CaseIterable, Sendable {
    /// A blocked owner passes on its whole share: what it holds counts as held by a listed party.
    case cascade
    /// The shares along a chain are multiplied.
    case multiplication
  }

  /// Whose shares are added.
  public enum Aggregation: String, CaseIterable, Sendable {
    /// Those of all blocked owners together.
    case allOwners = "all_owners"
    /// Those of one listed party and of what it owns itself, for each listed party alone.
    case oneOwner = "one_owner"
  }

  /// How shares go through a chain.
  public let method: Method
  /// Whose shares are added.
  public let aggregation: Aggregation
  /// The share that decides, in `ShareUnits`.
  public let threshold: Int64
  /// Whether exactly that share is enough.
  public let includesThreshold: Bool
  /// The holdings whose shares are measured, each kind for itself.
  public let measured: Set<Holding>
  /// The holdings that decide alone, whatever the share.
  public let decisive: Set<Holding>

  /// Makes a rule.
  public init(
    method: Method = .cascade, aggregation: Aggregation = .allOwners,
    threshold: Int64 = 50 * ShareUnits.perCent, includesThreshold: Bool,
    measured: Set<Holding> = [.shares], decisive: Set<Holding> = []
  ) {
    self.method = method
    self.aggregation = aggregation
    self.threshold = threshold
    self.includesThreshold = includesThreshold
    self.measured = measured
    self.decisive = decisive
  }

  /// Whether a share is enough.
  func isReached(by share: Int64) -> Bool {
    includesThreshold ? share >= threshold : share > threshold
  }
}
