/// What a tonne costs that an importer buys from a partner, beside what others pay.
public struct UnitValue: Sendable, Hashable {
  /// The dense code of the importer.
  public let importer: Int
  /// The dense code of the product.
  public let product: Int
  /// The dense code of the partner.
  public let partner: Int
  /// What the importer buys from it.
  public let value: Double
  /// The quantity, over what is known; nil when it is not known, zero when it is known to be zero.
  public let quantity: Double?
  /// The value of a unit of quantity, over what has a known quantity; nil where that is not known or
  /// zero.
  public let unitValue: Double?
  /// The share of the value whose quantity is not known, from 0 to 1.
  public let unmeasuredShare: Double
  /// What all partners' flows with a quantity above zero cost together, for a unit; nil without one.
  public let importerMean: Double?
  /// The median of the partners' unit values; nil without one.
  public let importerMedian: Double?
  /// The median over all pairs of countries; nil without one.
  public let worldMedian: Double?
  /// From how many pairs of countries the world's median comes.
  public let worldFlows: Int
  /// How many robust spreads its logarithm lies above the world's median; nil where there is no
  /// spread, or where too few flows have a quantity.
  public let robustDistance: Double?
  /// Why it rests on too little; empty when it does not.
  public let thin: [ThinData]
}
