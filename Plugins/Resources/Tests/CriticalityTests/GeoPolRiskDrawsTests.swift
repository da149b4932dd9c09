import Criticality
import TestSupport
import Testing

private typealias DrawnImport = GeoPolRisk.DrawnImport

/// A random importer: its imports, with what is known of each supplier.
private struct Sample {
  let imports: [GeoPolRisk.Import]
  let ratings: [(name: String, rating: RiskDraws.Rating)]
  let own: Double
  let index: Double

  init(_ random: inout SeededGenerator, error: ClosedRange<Double>) {
    let count = Int.random(in: 1...8, using: &random)
    let estimates = (0..<count).map { _ in Double.random(in: -2.4...2.4, using: &random) }
    imports = estimates.map {
      GeoPolRisk.Import(
        quantity: .random(in: 0...100, using: &random), risk: GeoPolRisk.risk(estimate: $0))
    }
    ratings = estimates.indices.map {
      (
        "C\($0)", .estimate(estimates[$0], standardError: .random(in: error, using: &random))
      )
    }
    own = .random(in: 0.1...50, using: &random)
    index = .random(in: 0.01...1, using: &random)
  }

  var score: Double? {
    GeoPolRisk(imports: imports, ownProduction: own, worldConcentration: index).score
  }

  func drawn(_ count: Int, seed: UInt64) -> [Double] {
    GeoPolRisk.scores(
      of: imports.indices.map { DrawnImport(quantity: imports[$0].quantity, country: $0) },
      ownProduction: own, worldConcentration: index,
      draws: RiskDraws(of: ratings, count: count, seed: seed))
  }
}

@Suite("The draws of GeoPolRisk")
struct GeoPolRiskDrawsTests {
  @Test("without any error are the score itself, to the last bit")
  func zeroError() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let sample = Sample(&random, error: 0...0)
      #expect(sample.drawn(5, seed: 9).allSatisfy { $0 == sample.score })
    }
  }

  @Test("are the same for the same seed, others for another, and lie between 0 and the index")
  func reproducible() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      let sample = Sample(&random, error: 0.1...0.6)
      let drawn = sample.drawn(50, seed: 1)
      #expect(drawn == sample.drawn(50, seed: 1))
      #expect(drawn != sample.drawn(50, seed: 2))
      #expect(drawn.allSatisfy { (0...sample.index).contains($0) })
    }
  }

  @Test("spread as the errors of governance propagate")
  func spread() throws {
    // One supplier of half the supply, at an estimate of 0 with an error of 0.5: the risk is 0.5 with
    // a deviation of 0.1, the score 0.8 * 0.5 of that.
    let draws = RiskDraws(
      of: [("A", .estimate(0, standardError: 0.5))], count: 20_000, seed: 5)
    let scores = GeoPolRisk.scores(
      of: [DrawnImport(quantity: 10, country: 0)], ownProduction: 10, worldConcentration: 0.8,
      draws: draws)
    let mean = scores.reduce(0, +) / 20_000
    let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean - 0.2) < 0.001)
    #expect(abs(variance.squareRoot() - 0.04) < 0.001)
  }

  @Test("of unknown governance take every risk from 0 to 1")
  func unknown() throws {
    let draws = RiskDraws(of: [("A", .unknown)], count: 10_000, seed: 6)
    let scores = GeoPolRisk.scores(
      of: [DrawnImport(quantity: 1, country: 0)], ownProduction: 0, worldConcentration: 1,
      draws: draws)
    #expect(try #require(scores.min()) < 0.01)
    #expect(try #require(scores.max()) > 0.99)
    #expect(abs(scores.reduce(0, +) / 10_000 - 0.5) < 0.02)
  }

  @Test("follow the drawn quantities by the formula, and the own region carries no risk")
  func quantities() {
    let draws = RiskDraws(
      of: [("A", .estimate(0, standardError: 0))], count: 2, seed: 1)
    let scores = GeoPolRisk.scores(
      of: [
        DrawnImport(quantity: 10, drawnQuantity: [0, 30], country: 0),
        DrawnImport(quantity: 10, country: nil),
      ], ownProduction: 0, worldConcentration: 1, draws: draws)
    #expect(scores == [0.25, 20.0 / 50])
  }

  @Test("are none where nothing is imported and nothing produced")
  func undefined() {
    let draws = RiskDraws(of: [], count: 10, seed: 1)
    #expect(
      GeoPolRisk.scores(of: [], ownProduction: 0, worldConcentration: 1, draws: draws).isEmpty)
  }

  @Test("of a country do not depend on which others are drawn")
  func independent() {
    let rating = RiskDraws.Rating.estimate(0.3, standardError: 0.2)
    func scores(_ ratings: [(String, RiskDraws.Rating)], country: Int) -> [Double] {
      GeoPolRisk.scores(
        of: [DrawnImport(quantity: 1, country: country)], ownProduction: 0, worldConcentration: 1,
        draws: RiskDraws(of: ratings, count: 30, seed: 2))
    }
    #expect(
      scores([("KOR", rating)], country: 0)
        == scores([("CHN", .unknown), ("JPN", .unknown), ("KOR", rating)], country: 2))
  }
}

@Suite("The unit values of a product")
struct UnitValuesTests {
  @Test("give quantities within the range observed, in the mean that of all trade")
  func range() throws {
    let observed = try #require(
      UnitValues(values: [10, 30, 60, 5], quantities: [20, 15, 6, .nan]))
    let drawn = observed.quantities(ofValue: 100, count: 20_000, seed: 1, stream: "flow")
    #expect(Set(drawn) == [200, 50, 10])
    // The trade with quantities: 41 t for 100 thousand dollars.
    #expect(abs(drawn.reduce(0, +) / 20_000 - 41) < 1)
    #expect(drawn == observed.quantities(ofValue: 100, count: 20_000, seed: 1, stream: "flow"))
    #expect(drawn != observed.quantities(ofValue: 100, count: 20_000, seed: 1, stream: "other"))
  }

  @Test("are none where no flow has a value and a quantity above zero")
  func none() {
    #expect(UnitValues(values: [1, 0, 3], quantities: [.nan, 5, 0]) == nil)
  }
}

@Suite("The range of a rank")
struct RankRangeTests {
  @Test("runs from the 5th to the 95th percentile of the ranks in the draws")
  func bruteForce() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<100 {
      let things = Int.random(in: 1...9, using: &random)
      let draws = Int.random(in: 1...60, using: &random)
      let scores = (0..<things).map { _ in
        (0..<draws).map { _ in Double(Int.random(in: 0...6, using: &random)) }
      }
      let ranges = RankRange.ranges(of: scores)
      for thing in 0..<things {
        let ranks = (0..<draws).map { draw in
          1 + scores.filter { $0[draw] > scores[thing][draw] }.count
        }.sorted()
        let low = ranks[max((draws * 5 + 99) / 100, 1) - 1]
        #expect(ranges[thing] == low...ranks[(draws * 95 + 99) / 100 - 1])
      }
    }
  }

  @Test("leaves out what has no score, and gives equal scores the better rank")
  func ties() {
    #expect(RankRange.ranks(of: [0.2, nil, 0.5, 0.2, 0.1]) == [2, nil, 1, 2, 4])
    #expect(RankRange.ranges(of: [[], [1, 2]]) == [nil, 1...1])
    #expect(RankRange.ranges(of: []).isEmpty)
  }
}
