/// What the mirror gaps of many flows have in common.
public struct MirrorSummary: Sendable, Hashable {
  /// How many flows have both reports, above zero.
  public let count: Int
  /// The median logarithm of the importer's value over the exporter's: above zero, importers report
  /// more.
  public let bias: Double
  /// The robust spread of these logarithms (1.4826 times the median absolute deviation).
  public let spread: Double

  /// Sums gaps up; nil when none has a logarithm.
  public init?(_ gaps: [MirrorGap]) {
    let ratios = gaps.compactMap(\.logRatio)
    guard let statistics = RobustStatistics(of: ratios) else { return nil }
    count = ratios.count
    bias = statistics.median
    spread = statistics.spread
  }
}
