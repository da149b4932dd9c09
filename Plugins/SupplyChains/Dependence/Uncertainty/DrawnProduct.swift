internal import Glibc
internal import Sampling

/// The scores of one product of an importer, as the flows are and in every draw.
struct DrawnProduct {
  let product: Int
  let suppliers: Int
  let imports: Double
  let unmeasuredShare: Double
  /// The scores of the flows as they are, in the order of `DependenceScore`.
  let values: [Double?]
  /// The scores of each draw, in the order of `DependenceScore`; empty where they cannot be drawn.
  let draws: [[Double]]

  /// Draws the flows of a product anew.
  ///
  /// Each value is drawn by its noise, each unknown quantity from the value by a unit value that
  /// lies, evenly by its logarithm, in the middle nine tenths of the world's. Quantities that are
  /// known stay as they are.
  ///
  /// - Parameters:
  ///   - rows: the rows of the importer's purchases, at least one of them above zero.
  ///   - unitValues: the logarithms of that range; nil where too few are known.
  init(
    _ flows: Flows, rows: [Int], product: Int, noise: FlowNoise,
    unitValues: ClosedRange<Double>?, draws: Int, random: inout SplitMix64
  ) {
    let values = rows.map { flows.values[$0] }
    let deviations = rows.map {
      noise.deviation(
        product: product, exporter: Int(flows.exporters[$0]), importer: Int(flows.importers[$0]))
    }
    let total = values.reduce(0, +)
    let unknown = rows.map { max(0, flows.values[$0] - flows.measuredValue($0)) }
    let known = rows.map { flows.quantity($0) ?? 0 }
    let isKnown = !unknown.contains { $0 > 0 }
    self.product = product
    suppliers = rows.count
    imports = total
    unmeasuredShare = unknown.reduce(0, +) / total
    let ofValues = ShareScores(values)
    self.values = [
      ofValues?.concentration, ofValues?.top, isKnown ? ShareScores(known)?.concentration : nil,
    ]
    var drawn: [[Double]] = DependenceScore.allCases.map { _ in [] }
    var noisy = values
    var quantities = known
    for _ in 0..<draws {
      for place in values.indices {
        let factor = deviations[place] > 0 ? exp(deviations[place] * random.normal()) : 1
        noisy[place] = values[place] * factor
        if let unitValues, unknown[place] > 0 {
          let span = unitValues.upperBound - unitValues.lowerBound
          let unitValue = exp(unitValues.lowerBound + span * random.uniform())
          quantities[place] = known[place] + unknown[place] * factor / unitValue
        }
      }
      if let scores = ShareScores(noisy) {
        drawn[0].append(scores.concentration)
        drawn[1].append(scores.top)
      }
      if isKnown || unitValues != nil, let scores = ShareScores(quantities) {
        drawn[2].append(scores.concentration)
      }
    }
    self.draws = drawn
  }
}

/// The concentration and the largest share of parts of a whole.
private struct ShareScores {
  let concentration: Double
  let top: Double

  /// Nil where the whole is zero.
  init?(_ parts: [Double]) {
    var (sum, squares, largest) = (0.0, 0.0, 0.0)
    for part in parts {
      sum += part
      squares += part * part
      largest = max(largest, part)
    }
    guard sum > 0 else { return nil }
    concentration = squares / (sum * sum)
    top = largest / sum
  }
}
