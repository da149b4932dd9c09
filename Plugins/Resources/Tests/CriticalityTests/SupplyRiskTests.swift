import Criticality
import TestSupport
import Testing
import Vocabulary

private func risk(
  global: Double? = 4, sourcing: Double? = 2, reliance: Double? = 0.5, recycling: Double? = 0.25,
  substitution: Double? = 0.9
) -> SupplyRisk {
  SupplyRisk(
    globalConcentration: global, sourcingConcentration: sourcing,
    importReliance: reliance.flatMap(Percentage.init(fraction:)),
    recyclingRate: recycling.flatMap(Percentage.init(fraction:)), substitutionIndex: substitution)
}

@Suite("Supply risk")
struct SupplyRiskTests {
  @Test("follows the formula of the European Commission, part by part")
  func workedExample() {
    let whole = risk()
    #expect(whole.concentration == 4 * 0.25 + 2 * 0.75)
    #expect(whole.afterRecycling == 2.5 * 0.75)
    #expect(whole.value == 2.5 * 0.75 * 0.9)
    #expect(whole.missing.isEmpty)
    #expect(whole.replaced == nil)
  }

  @Test("weighs world supply by half even when everything is imported")
  func fullReliance() {
    #expect(risk(reliance: 1).concentration == 3)
    #expect(risk(reliance: 0).concentration == 2)
  }

  @Test("uses one concentration alone where the other is not known, and says so")
  func oneConcentration() {
    let global = risk(sourcing: nil, reliance: nil)
    #expect(global.concentration == 4)
    #expect(global.missing.isEmpty)
    #expect(global.replaced == .sourcingConcentration)
    #expect(risk(global: nil, reliance: nil).concentration == 2)
    #expect(risk(global: nil).replaced == .globalConcentration)
  }

  @Test("has no value while a part is missing, and names each of them")
  func missing() {
    let nothing = risk(
      global: nil, sourcing: nil, reliance: nil, recycling: nil, substitution: nil)
    #expect(nothing.value == nil)
    #expect(
      nothing.missing == [
        .globalConcentration, .sourcingConcentration, .recyclingRate, .substitutionIndex,
      ])
    #expect(risk(reliance: nil).missing == [.importReliance])
    #expect(risk(recycling: nil).missing == [.recyclingRate])
    #expect(risk(substitution: nil).value == nil)
    #expect(risk(substitution: nil).afterRecycling == 2.5 * 0.75)
  }

  @Test("falls with recycling and rises with concentration")
  func monotone() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let recycling = Double.random(in: 0...0.9, using: &random)
      let global = Double.random(in: 0...9, using: &random)
      let sourcing = Double.random(in: 0...9, using: &random)
      let reliance = Double.random(in: 0...1, using: &random)
      func value(_ recycling: Double, _ global: Double, _ sourcing: Double) throws -> Double {
        try #require(
          risk(global: global, sourcing: sourcing, reliance: reliance, recycling: recycling).value)
      }
      let base = try value(recycling, global, sourcing)
      #expect(try value(recycling + 0.1, global, sourcing) <= base)
      #expect(try value(recycling, global + 1, sourcing) >= base)
      #expect(try value(recycling, global, sourcing + 1) >= base)
    }
  }
}

@Suite("Import reliance")
struct ImportRelianceTests {
  @Test("is net imports over what is used, between nothing and everything")
  func share() {
    #expect(ImportReliance(imports: 60, exports: 10, production: 50).share?.fraction == 0.5)
    #expect(ImportReliance(imports: 60, exports: 10, production: 0).share?.fraction == 1)
    #expect(ImportReliance(imports: 10, exports: 20, production: 50).share?.fraction == 0)
  }

  @Test("names the quantities that are not known")
  func missing() {
    let reliance = ImportReliance(imports: 60, exports: nil, production: nil)
    #expect(reliance == .insufficient(missing: [.exports, .production]))
    #expect(reliance.share == nil)
  }

  @Test("is not defined where nothing is left to be used")
  func undefined() {
    #expect(ImportReliance(imports: 0, exports: 0, production: 0) == .undefined)
    #expect(ImportReliance(imports: 10, exports: 30, production: 5) == .undefined)
  }
}
