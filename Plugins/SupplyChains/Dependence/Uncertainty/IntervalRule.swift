/// How intervals are drawn.
public struct IntervalRule: Sendable, Hashable {
  /// How many times the flows are drawn anew.
  public let draws: Int
  /// The seed, which determines every draw.
  public let seed: UInt64
  /// Where data are too thin to be trusted.
  public let thin: ThinBounds

  /// The share of the draws below the low end and above the high end of an interval.
  public static let tail = 0.05

  /// Makes a rule.
  public init(draws: Int, seed: UInt64, thin: ThinBounds) {
    self.draws = draws
    self.seed = seed
    self.thin = thin
  }
}

/// What an interval is of.
public enum DependenceScore: String, Sendable, CaseIterable {
  /// The Herfindahl-Hirschman index of the imports over suppliers, by value.
  case importConcentration = "hhi_imports"
  /// The share of the largest supplier, by value.
  case topShare = "top_share"
  /// The Herfindahl-Hirschman index of the imports over suppliers, by quantity.
  case quantityConcentration = "hhi_quantity"
}

/// A score of one product with the range in which it lies.
public struct ScoreInterval: Sendable, Hashable {
  /// The dense code of the product.
  public let product: Int
  /// What is measured.
  public let score: DependenceScore
  /// The score of the flows as they are; nil where quantities are not known.
  public let value: Double?
  /// The low end: a twentieth of the draws lies below, and the value itself never does.
  public let low: Double
  /// The high end: a twentieth of the draws lies above, and the value itself never does.
  public let high: Double
  /// The place among the importer's products, the highest score first and equal ones at one place;
  /// nil where the value is.
  public let rank: Int?
  /// The best place of the draws, the best twentieth left out.
  public let bestRank: Int
  /// The worst place of the draws, the worst twentieth left out.
  public let worstRank: Int
  /// The share of the value whose quantity is not known, from 0 to 1.
  public let unmeasuredShare: Double
  /// How many gaps between the reports of exporter and importer stand behind the errors of the
  /// product; zero where the error is assumed.
  public let measuredGaps: Int
  /// Why it rests on too little; empty when it does not.
  public let thin: [ThinData]
}
