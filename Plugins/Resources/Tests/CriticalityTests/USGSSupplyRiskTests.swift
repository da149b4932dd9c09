import Criticality
import TestSupport
import Testing

private typealias Producer = USGSSupplyRisk.Producer

@Suite("The supply risk of the US Geological Survey")
struct USGSSupplyRiskTests {
  @Test("is the geometric mean of its three terms")
  func workedExample() throws {
    let potential = try #require(
      USGSSupplyRisk.disruptionPotential([
        Producer(production: 70, policyPerception: 40, unwillingness: 0.9),
        Producer(production: 20, policyPerception: 80, unwillingness: 0.1),
        Producer(production: 10, policyPerception: nil, unwillingness: nil, isOwn: true),
      ]))
    #expect(abs(potential.lowerBound - (0.49 * 0.6 * 0.9 + 0.04 * 0.2 * 0.1)) < 1e-12)
    #expect(potential.lowerBound == potential.upperBound)
    let exposure = try #require(
      USGSSupplyRisk.tradeExposure(
        imports: 90, exports: 10, stockRelease: 5, primary: 10, secondary: 5))
    #expect(abs(exposure - 0.85) < 1e-12)
    let vulnerability = try #require(
      USGSSupplyRisk.economicVulnerability([
        .init(shareOfProduct: 0.01, expenditureOverProfit: 0.2),
        .init(shareOfProduct: 0.002, expenditureOverProfit: 1.5),
      ]))
    #expect(abs(vulnerability - 0.005) < 1e-12)
    let risk = USGSSupplyRisk(
      disruptionPotential: potential, tradeExposure: exposure,
      economicVulnerability: vulnerability)
    let cube = potential.lowerBound * exposure * vulnerability
    let value = try #require(risk.bounds?.lowerBound)
    #expect(abs(value * value * value - cube) < 1e-15)
  }

  @Test("has no value without one of its terms")
  func missing() {
    #expect(
      USGSSupplyRisk(
        disruptionPotential: 0.2...0.3, tradeExposure: nil, economicVulnerability: 0.1
      ).bounds == nil)
    #expect(USGSSupplyRisk.disruptionPotential([]) == nil)
    #expect(USGSSupplyRisk.economicVulnerability([]) == nil)
    #expect(
      USGSSupplyRisk.tradeExposure(
        imports: 1, exports: 5, stockRelease: 0, primary: 2, secondary: 1) == nil)
  }

  @Test("has bounds where the standing of a producer is not known, and every choice lies within")
  func bounds() throws {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let producers = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (
          amount: Double.random(in: 1...9, using: &random),
          policy: Bool.random(using: &random) ? Double.random(in: 0...100, using: &random) : nil,
          unwillingness: Bool.random(using: &random)
            ? Double.random(in: 0...1, using: &random) : nil
        )
      }
      let bounds = try #require(
        USGSSupplyRisk.disruptionPotential(
          producers.map {
            Producer(
              production: $0.amount, policyPerception: $0.policy, unwillingness: $0.unwillingness)
          }))
      let chosen = try #require(
        USGSSupplyRisk.disruptionPotential(
          producers.map {
            Producer(
              production: $0.amount,
              policyPerception: $0.policy ?? .random(in: 0...100, using: &random),
              unwillingness: $0.unwillingness ?? .random(in: 0...1, using: &random))
          }))
      #expect(chosen.lowerBound >= bounds.lowerBound - 1e-12)
      #expect(chosen.upperBound <= bounds.upperBound + 1e-12)
    }
  }

  @Test("of four years has a mean by recency, and none where a year is not known")
  func mean() throws {
    let weights = [0.4, 0.3, 0.2, 0.1]
    let mean = USGSSupplyRisk.recencyWeightedMean([0.5, 0.4, 0.3, 0.2], weights: weights)
    #expect(abs(try #require(mean) - 0.4) < 1e-12)
    #expect(USGSSupplyRisk.recencyWeightedMean([0.5, nil, 0.3, 0.2], weights: weights) == nil)
    #expect(USGSSupplyRisk.recencyWeightedMean([0.5], weights: weights) == nil)
  }
}
