internal import Criticality
internal import Reference
internal import Sampling
internal import Vocabulary

/// The EU's supply risk of one stage of one material for one importer in one year.
struct StageSupplyRisk {
  let stage: String
  /// At the best and at the worst governance of the countries whose governance is not known.
  let low: SupplyRisk
  let high: SupplyRisk
  /// The same without trade terms.
  let withoutTerms: (low: SupplyRisk, high: SupplyRisk)
  /// The supply risk in each draw; empty where it cannot be told.
  let drawn: [Double]
  /// The countries whose governance is not known, in order.
  let unrated: [String]
  /// The sentences on the quantities that the reliance on imports lacks.
  let missingOfReliance: [String]
  let sources: [String]

  /// A part at two bounds as one number; nil where the two differ in the decimal that the method
  /// reports.
  static func value(_ low: Double?, _ high: Double?) -> Double? {
    guard let low, let high, high - low < reported else { return nil }
    return (low + high) / 2
  }

  /// The supply risk with trade terms; nil where it cannot be told.
  var value: Double? { StageSupplyRisk.value(low.value, high.value) }

  /// The interval: that of the draws, widened to both bounds.
  var range: ClosedRange<Double>? {
    guard let low = low.value, let high = high.value else { return nil }
    return drawn.centralRange().map { $0.including(low).including(high) } ?? low...high
  }

  // The guidelines of 2017 report supply risk to one decimal.
  private static let reported = 0.05
}
