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
}
