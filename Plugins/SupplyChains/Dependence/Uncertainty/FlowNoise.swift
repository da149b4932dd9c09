internal import Glibc

/// How wrong the value of each flow may be: the standard deviation of its logarithm.
///
/// Two reports of one flow differ by the errors of both, so that one report's error is the gap over
/// the square root of two: the sample deviation of two observations. Where a flow has no gap of its
/// own, the gaps of its product speak for it, and where these are too few, the assumed error does.
public struct FlowNoise: Sendable {
  /// The gap of a flow: the logarithm of the importer's report over the exporter's.
  public struct Gap: Sendable, Hashable {
    let product: Int
    let exporter: Int
    let importer: Int
    let logRatio: Double

    /// Makes a gap from dense codes.
    public init(product: Int, exporter: Int, importer: Int, logRatio: Double) {
      self.product = product
      self.exporter = exporter
      self.importer = importer
      self.logRatio = logRatio
    }
  }

  private struct Pair: Hashable {
    let product: Int
    let exporter: Int
    let importer: Int
  }

  /// The relative error that is assumed where no gap is measured.
  public let assumed: Double
  private let byFlow: [Pair: Double]
  private let byProduct: [Int: Double]
  private let counts: [Int: Int]

  /// Measures the noise.
  ///
  /// - Parameters:
  ///   - assumed: the relative error where too few gaps are measured, such as 0.1.
  ///   - gaps: the measured gaps; one for a flow at most.
  ///   - minimumGaps: how many gaps of a product speak for its other flows.
  public init(assumed: Double, gaps: [Gap] = [], minimumGaps: Int = 1) {
    self.assumed = assumed
    byFlow = Dictionary(
      gaps.map {
        (
          Pair(product: $0.product, exporter: $0.exporter, importer: $0.importer),
          abs($0.logRatio) / 2.0.squareRoot()
        )
      }
    ) { first, _ in first }
    let products = Dictionary(grouping: gaps, by: \.product)
    counts = products.mapValues(\.count)
    byProduct = products.filter { $0.value.count >= minimumGaps }.compactMapValues { gaps in
      gaps.map { abs($0.logRatio) }.median.map { 1.4826 * $0 / 2.0.squareRoot() }
    }
  }

  /// The standard deviation of the logarithm of a flow's value.
  func deviation(product: Int, exporter: Int, importer: Int) -> Double {
    byFlow[Pair(product: product, exporter: exporter, importer: importer)]
      ?? byProduct[product] ?? assumed
  }

  /// How many gaps are measured of a product.
  public func gaps(of product: Int) -> Int { counts[product] ?? 0 }
}
