public import Vocabulary

/// From which value of an indicator each level begins.
public struct LevelThresholds: Sendable {
  /// On which side of a threshold its level holds.
  public enum Side: Sendable {
    /// At the threshold and above it.
    case from
    /// Below the threshold.
    case below
  }

  /// On which side of a threshold its level holds.
  public let side: Side
  /// The thresholds in the unit of the indicator.
  public let bounds: [(level: Level, value: Double)]

  /// Sets the thresholds.
  public init(_ side: Side, _ bounds: [(level: Level, value: Double)]) {
    self.side = side
    self.bounds = bounds
  }

  /// The highest level that holds for a value; nil when none begins.
  public func level(of value: Double) -> Level? {
    bounds.filter { side == .from ? value >= $0.value : value < $0.value }.map(\.level).max()
  }
}
