internal import Sampling

/// The unit values observed for a product, from which the quantity of a flow is drawn of which only
/// the value is known.
///
/// A flow that has both lends its ratio of quantity to value (hot-deck imputation; Andridge & Little,
/// International Statistical Review 78, 2010), and is chosen in proportion to its value, so that the
/// mean of the draws is that of all trade in the product.
public struct UnitValues: Sendable {
  private var cumulativeValues: [Double] = []
  private var ratios: [Double] = []

  /// Gathers the flows of a product; nil when none has both a value and a quantity above zero.
  ///
  /// - Parameters:
  ///   - values: of each flow.
  ///   - quantities: of each flow; NaN where it is not known.
  public init?(values: some Sequence<Double>, quantities: some Sequence<Double>) {
    var total = 0.0
    for (value, quantity) in zip(values, quantities) where value > 0 && quantity > 0 {
      total += value
      cumulativeValues.append(total)
      ratios.append(quantity / value)
    }
    if ratios.isEmpty { return nil }
  }

  /// The quantity of a flow in each of many draws, in the unit of the observed quantities.
  ///
  /// - Parameters:
  ///   - value: the value of the flow.
  ///   - stream: the name of the flow, which together with the seed decides the draws.
  public func quantities(ofValue value: Double, count: Int, seed: UInt64, stream: String)
    -> [Double]
  {
    var random = SplitMix64(seed: seed, stream: stream)
    let total = cumulativeValues[cumulativeValues.count - 1]
    return (0..<count).map { _ in value * ratios[place(of: random.uniform() * total)] }
  }

  /// The first place whose cumulative value is above a target.
  private func place(of target: Double) -> Int {
    var low = 0
    var high = cumulativeValues.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulativeValues[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
