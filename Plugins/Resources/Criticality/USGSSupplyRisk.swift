internal import Glibc

/// The supply risk of the US Geological Survey, with each part that it is made of.
///
/// SR = (DP * TE * EV)^(1/3): the geometric mean of disruption potential, trade exposure and economic
/// vulnerability (Nassar et al., Science Advances 6, eaay8647, 2020; Nassar & Fortier, USGS Open-File
/// Report 2021-1045, 2021). The terms stand as they are computed, without rescaling.
public struct USGSSupplyRisk: Sendable, Hashable {
  /// The bounds of DP; they differ where the standing of a producer is not known.
  public let disruptionPotential: ClosedRange<Double>?
  /// TE, 0 to 1.
  public let tradeExposure: Double?
  /// EV.
  public let economicVulnerability: Double?

  /// Gathers the terms; what is not known is nil.
  public init(
    disruptionPotential: ClosedRange<Double>?, tradeExposure: Double?,
    economicVulnerability: Double?
  ) {
    self.disruptionPotential = disruptionPotential
    self.tradeExposure = tradeExposure
    self.economicVulnerability = economicVulnerability
  }

  /// The supply risk at the bounds of DP; nil where a term is missing.
  public var bounds: ClosedRange<Double>? {
    guard let disruptionPotential, let tradeExposure, let economicVulnerability else { return nil }
    func mean(_ potential: Double) -> Double {
      cbrt(potential * tradeExposure * economicVulnerability)
    }
    return mean(disruptionPotential.lowerBound)...mean(disruptionPotential.upperBound)
  }

  /// What one country produces, and how it stands towards the importer.
  public struct Producer: Sendable, Hashable {
    /// Its production.
    public let production: Double
    /// The policy perception index of its mining, 0 to 100 (best); nil where it is not known.
    public let policyPerception: Double?
    /// The willingness-to-supply index, 0 (willing) to 1; nil where it is not known.
    public let unwillingness: Double?
    /// Whether it is the importer itself, from which no foreign disruption comes.
    public let isOwn: Bool

    /// Makes a producer.
    public init(
      production: Double, policyPerception: Double?, unwillingness: Double?, isOwn: Bool = false
    ) {
      self.production = production
      self.policyPerception = policyPerception
      self.unwillingness = unwillingness
      self.isOwn = isOwn
    }

    /// The ability-to-supply index ASI = (100 - PPI) / 100, 0 (able) to 1.
    public var inability: Double? { policyPerception.map { (100 - $0) / 100 } }
  }

  /// The bounds of DP = sum(PS_c^2 * ASI_c * WSI_c) over the countries of the world, with PS_c the
  /// share of production; nil where nothing is produced.
  ///
  /// Where an index of a country is not known the bounds take 0 and 1 for it.
  public static func disruptionPotential(_ producers: [Producer]) -> ClosedRange<Double>? {
    let total = producers.reduce(0) { $0 + $1.production }
    guard total > 0 else { return nil }
    func sum(unknown: Double) -> Double {
      producers.reduce(0) { sum, producer in
        guard !producer.isOwn else { return sum }
        let share = producer.production / total
        return sum + share * share * (producer.inability ?? unknown)
          * (producer.unwillingness ?? unknown)
      }
    }
    return sum(unknown: 0)...sum(unknown: 1)
  }

  /// TE, the net import reliance (I - E + dS) / (PP + SP + I - E + dS), between 0 and 1; nil where
  /// nothing is left to be used.
  ///
  /// - Parameters:
  ///   - imports: I.
  ///   - exports: E.
  ///   - stockRelease: dS, what stocks give; below zero when they grow.
  ///   - primary: PP, primary production.
  ///   - secondary: SP, production from old scrap.
  public static func tradeExposure(
    imports: Double, exports: Double, stockRelease: Double, primary: Double, secondary: Double
  ) -> Double? {
    let net = imports - exports + stockRelease
    let used = primary + secondary + net
    return used > 0 ? min(max(net / used, 0), 1) : nil
  }

  /// What one industry makes of a material.
  public struct Industry: Sendable, Hashable {
    /// VA / GDP: its share of the gross domestic product.
    public let shareOfProduct: Double
    /// EXP / OP: its expenditure on the material over its operating profit.
    public let expenditureOverProfit: Double

    /// Makes an industry.
    public init(shareOfProduct: Double, expenditureOverProfit: Double) {
      self.shareOfProduct = shareOfProduct
      self.expenditureOverProfit = expenditureOverProfit
    }
  }

  /// EV = sum((VA / GDP) * (EXP / OP)) over the industries that use the material; nil without any.
  public static func economicVulnerability(_ industries: [Industry]) -> Double? {
    industries.isEmpty
      ? nil : industries.reduce(0) { $0 + $1.shareOfProduct * $1.expenditureOverProfit }
  }

  /// The mean of the latest years, each with its weight; nil where one of them is not known.
  ///
  /// - Parameters:
  ///   - values: the latest year first.
  ///   - weights: as many, which sum to 1.
  public static func recencyWeightedMean(_ values: [Double?], weights: [Double]) -> Double? {
    guard values.count == weights.count, !values.contains(nil) else { return nil }
    return zip(values, weights).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 }
  }
}
