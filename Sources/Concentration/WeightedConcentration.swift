/// The Herfindahl-Hirschman index with a weight for each holder: the sum of squared shares times
/// weights.
///
/// With the governance of the countries as weights it is the HHI_WGI of the European Commission's
/// criticality assessment (European Commission, "Methodology for establishing the EU list of critical
/// raw materials: guidelines", 2017).
public struct WeightedConcentration: Sendable, Hashable {
  /// The weighted index over the parts whose weight is known.
  public let index: Double
  /// The share of the total whose weight is known, from 0 to 1.
  public let coverage: Double
  /// The positions of the parts above zero whose weight is not known, in order.
  public let unweighted: [Int]

  /// Measures parts that have weights; nil when the total of the parts is not above zero.
  ///
  /// A part without a weight adds nothing to the index and is named in `unweighted`, so that the
  /// caller decides whether what is left is an answer; shares are always those of the whole.
  public init?(of parts: [Double], weights: [Double?]) {
    precondition(parts.count == weights.count)
    let total = parts.reduce(0, +)
    guard total > 0 else { return nil }
    var squares = 0.0
    var unweighted: [Int] = []
    var missing = 0.0
    for (position, part) in parts.enumerated() {
      if let weight = weights[position] {
        squares += part * part * weight
      } else if part > 0 {
        unweighted.append(position)
        missing += part
      }
    }
    index = squares / (total * total)
    coverage = 1 - missing / total
    self.unweighted = unweighted
  }
}
