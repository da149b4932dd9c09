import Criticality
import TestSupport
import Testing

private typealias Use = EconomicImportance.Use

@Suite("Economic importance")
struct EconomicImportanceTests {
  @Test("is ten times the value added that the uses reach over that of the largest sector")
  func workedExample() throws {
    let found = EconomicImportance(
      uses: [Use(share: 0.6, valueAdded: 50), Use(share: 0.4, valueAdded: 200)], largest: 250,
      substitutionIndex: 0.9)
    let reach = try #require(found.reach)
    let value = try #require(found.value)
    #expect(abs(reach - 0.44) < 1e-12)
    #expect(abs(value - 3.96) < 1e-12)
    #expect(found.missing.isEmpty)
  }

  @Test("has no value while a part is missing, and names each of them")
  func missing() {
    let nothing = EconomicImportance(uses: [], largest: nil, substitutionIndex: nil)
    #expect(nothing.value == nil)
    #expect(nothing.missing == [.uses, .valueAdded, .substitutionIndex])
    let unknown = EconomicImportance(
      uses: [Use(share: 0.5, valueAdded: 3), Use(share: 0.5, valueAdded: nil)], largest: 9,
      substitutionIndex: 1)
    #expect(unknown.value == nil)
    #expect(unknown.missing == [.valueAddedOfUse(1)])
  }

  @Test("of uses that do not add up has bounds: the rest in no sector, or in the largest")
  func unnamed() throws {
    let found = EconomicImportance(
      uses: [Use(share: 0.7, valueAdded: 50)], largest: 100, substitutionIndex: 1)
    #expect(found.value == nil)
    let bounds = try #require(found.bounds)
    #expect(abs(bounds.lowerBound - 3.5) < 1e-12)
    #expect(abs(bounds.upperBound - 6.5) < 1e-12)
    guard case .share(let share) = found.missing.first else { return #expect(Bool(false)) }
    #expect(abs(share - 0.3) < 1e-12)
  }

  @Test(
    "lies between 0 and 10, keeps under a change of currency, and rises with the substitution index"
  )
  func properties() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      let weights = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Double.random(in: 0.1...1, using: &random)
      }
      let amounts = weights.map { _ in Double.random(in: 1...1000, using: &random) }
      let total = weights.reduce(0, +)
      let index = Double.random(in: 0...0.9, using: &random)
      func value(_ scale: Double, _ index: Double) throws -> Double {
        try #require(
          EconomicImportance(
            uses: zip(weights, amounts).map { Use(share: $0 / total, valueAdded: $1 * scale) },
            largest: amounts.max().map { $0 * scale }, substitutionIndex: index
          ).value)
      }
      let base = try value(1, index)
      #expect((0...10).contains(base))
      #expect(abs(try value(1300, index) - base) < 1e-9)
      #expect(try value(1, index + 0.1) >= base)
    }
  }
}
