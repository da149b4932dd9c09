internal import Concentration

/// How concentrated the world production of a material is among its producers.
public struct ProductionConcentration: Sendable, Hashable {
  /// World production, over the producers whose production is known.
  public let total: Double
  /// The Herfindahl-Hirschman index of production, from 0 to 1.
  public let index: Double
  /// The position of the largest producer; the first of equal ones.
  public let topProducer: Int
  /// The share of the largest producer, from 0 to 1.
  public let topShare: Double
  /// How many producers there are.
  public let producers: Int
  /// The index weighted by governance, from 0 to 10: the European Commission's HHI_WGI.
  ///
  /// The bounds differ when the governance of a producer is not known: the lower one stands for the
  /// best governance in its place, the upper one for the worst.
  public let governanceIndex: ClosedRange<Double>
  /// The positions of producers whose governance is not known, in order.
  public let withoutGovernance: [Int]
  /// The positions of countries whose production is not known, in order; they are in no share.
  public let withoutProduction: [Int]

  /// Measures the production of countries; nil when no production above zero is known.
  ///
  /// - Parameters:
  ///   - production: of each country, nil where it is not known.
  ///   - governance: the weight of each country, 0 to 10 and 10 the worst; nil where it is not known.
  public init?(production: [Double?], governance: [Double?]) {
    let known = production.map { $0 ?? 0 }
    guard let plain = Concentration(of: known),
      let weighted = WeightedConcentration(of: known, weights: governance)
    else { return nil }
    total = plain.total
    index = plain.index
    topProducer = plain.topPosition
    topShare = plain.topShare
    producers = plain.count
    governanceIndex =
      weighted.index...(weighted.index + weighted.unweightedIndex * Governance.worst)
    withoutGovernance = weighted.unweighted
    withoutProduction = production.indices.filter { production[$0] == nil }
  }
}
