import Criticality
import TestSupport
import Testing

private typealias Import = GeoPolRisk.Import

@Suite("GeoPolRisk")
struct GeoPolRiskTests {
  @Test("is the concentration of production times the risk of the suppliers over all supply")
  func workedExample() throws {
    let measured = GeoPolRisk(
      imports: [Import(quantity: 60, risk: 0.5), Import(quantity: 20, risk: 0.25)],
      ownProduction: 20, worldConcentration: 0.4)
    #expect(measured.importRisk == 0.35)
    #expect(abs(try #require(measured.score) - 0.14) < 1e-15)
    let factor = try #require(measured.characterisationFactor(price: 2))
    #expect(abs(factor - 0.28 / 0.409412948) < 1e-12)
  }

  @Test("rescales an estimate of governance to 0 for the best and 1 for the worst")
  func risk() {
    #expect(GeoPolRisk.risk(estimate: 2.5) == 0)
    #expect(GeoPolRisk.risk(estimate: 0) == 0.5)
    #expect(GeoPolRisk.risk(estimate: -2.8) == 1)
  }

  @Test("counts unknown governance as the middle and names it, and the own region as no risk")
  func unknown() {
    let measured = GeoPolRisk(
      imports: [
        Import(quantity: 50, risk: 0.9, isOwnRegion: true), Import(quantity: 50, risk: nil),
        Import(quantity: 0, risk: nil), Import(quantity: 10, risk: nil, isOwnRegion: true),
      ], ownProduction: 0, worldConcentration: nil)
    #expect(measured.importRisk == 25.0 / 110)
    #expect(measured.unrated == [1])
    #expect(measured.score == nil)
  }

  @Test("is not defined where nothing is imported and nothing produced, and zero where all is own")
  func undefined() {
    let nothing = GeoPolRisk(imports: [], ownProduction: 0, worldConcentration: 0.5)
    #expect(nothing.importRisk == nil)
    #expect(nothing.score == nil)
    #expect(nothing.characterisationFactor(price: 1) == nil)
    let own = GeoPolRisk(imports: [], ownProduction: 7, worldConcentration: 0.5)
    #expect(own.score == 0)
  }

  @Test("stays within its factors, keeps under a change of unit, and rises with risk")
  func properties() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<1000 {
      let imports = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Import(
          quantity: .random(in: 0...1000, using: &random),
          risk: Bool.random(using: &random) ? .random(in: 0...1, using: &random) : nil,
          isOwnRegion: Int.random(in: 0...5, using: &random) == 0)
      }
      let own = Double.random(in: 0.1...500, using: &random)
      let index = Double.random(in: 0...1, using: &random)
      func score(_ change: (Import) -> Import, own: Double) throws -> Double {
        try #require(
          GeoPolRisk(
            imports: imports.map(change), ownProduction: own, worldConcentration: index
          ).score)
      }
      let base = try score({ $0 }, own: own)
      #expect((0...index).contains(base))
      let kilograms = try score(
        {
          Import(quantity: $0.quantity * 1000, risk: $0.risk, isOwnRegion: $0.isOwnRegion)
        }, own: own * 1000)
      #expect(abs(kilograms - base) <= 1e-12)
      let riskier = try score(
        {
          Import(
            quantity: $0.quantity, risk: $0.risk.map { min($0 + 0.1, 1) },
            isOwnRegion: $0.isOwnRegion)
        }, own: own)
      #expect(riskier >= base)
      #expect(try score({ $0 }, own: own * 2) <= base)
    }
  }
}
