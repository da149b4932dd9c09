import Concentration
import TestSupport
import Testing

@Suite("Concentration")
struct ConcentrationTests {
  @Test("of equal parts is one over their number, of a single part one")
  func equalParts() {
    #expect(Concentration(of: [1, 1, 1, 1])?.index == 0.25)
    #expect(Concentration(of: [0, 7, 0])?.index == 1)
    #expect(Concentration(of: [0, 7, 0])?.count == 1)
    #expect(Concentration(of: [2, 7, 7])?.topPosition == 1)
  }

  @Test("of nothing, or of zeros, is not defined")
  func undefined() {
    #expect(Concentration(of: []) == nil)
    #expect(Concentration(of: [0, 0]) == nil)
  }

  @Test("does not change with the unit, and lies between one over the number of parts and one")
  func properties() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let parts = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Double.random(in: 0.01...1e6, using: &random)
      }
      let measured = try #require(Concentration(of: parts))
      let scaled = try #require(Concentration(of: parts.map { $0 * 1000 }))
      #expect(abs(measured.index - scaled.index) < 1e-12)
      #expect(measured.index >= 1 / Double(parts.count) - 1e-12 && measured.index <= 1)
    }
  }

  @Test("gives shares that add to one")
  func shares() throws {
    let parts = [1.0, 2, 5]
    let measured = try #require(Concentration(of: parts))
    #expect(parts.map(measured.share) == [0.125, 0.25, 0.625])
    #expect(measured.topShare == 0.625)
  }
}

@Suite("Weighted concentration")
struct WeightedConcentrationTests {
  @Test("with a weight of one for everybody is the plain index")
  func plain() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let parts = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        Double.random(in: 0...100, using: &random)
      }
      let plain = try #require(Concentration(of: parts))
      let weighted = try #require(
        WeightedConcentration(of: parts, weights: parts.map { _ in 1.0 }))
      #expect(weighted.index == plain.index)
      #expect(weighted.coverage == 1)
    }
  }

  @Test("names a holder whose weight is not known, and keeps its share in the whole")
  func missingWeight() throws {
    let measured = try #require(
      WeightedConcentration(of: [50, 25, 25, 0], weights: [4, nil, 8, nil]))
    #expect(measured.index == 0.25 * 4 + 0.0625 * 8)
    #expect(measured.unweighted == [1])
    #expect(measured.coverage == 0.75)
  }

  @Test("of nothing is not defined")
  func undefined() {
    #expect(WeightedConcentration(of: [], weights: []) == nil)
    #expect(WeightedConcentration(of: [0], weights: [1]) == nil)
  }
}
