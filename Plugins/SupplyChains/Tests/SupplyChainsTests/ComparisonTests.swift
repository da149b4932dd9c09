import TestSupport
import Testing
import Vocabulary

@testable import SupplyChains

@Suite("A number against its bound")
struct ComparisonTests {
  @Test("is written to four significant digits, as sentences write numbers, without separators")
  func digits() {
    var random = SeededGenerator(seed: 31)
    let numbers =
      [0, 1, 0.4, 9999, 0.99995, 9_999.5, 1e-9, 0.1 + 0.2, 1.0 / 3, 1e15, 123_456, -2.5]
      + (0..<20_000).map { _ in
        Double.random(in: 0...1, using: &random) * [1e-6, 0.01, 1, 1e4, 1e12].randomElement(
          using: &random)!
      }
    for number in numbers {
      let wanted = StatementNumber.number(number, significant: 4).filter { $0 != "," }
      #expect(Comparison.text(number) == wanted, "\(number)")
    }
  }

  @Test("shows on which side of the bound it is, in full where rounding would hide it")
  func sides() {
    #expect("\(Comparison("hhi", 0.62, above: 0.4))" == "hhi 0.62 > 0.4")
    #expect("\(Comparison("hhi", 0.400001, above: 0.4))" == "hhi 0.400001 > 0.4")
    #expect("\(Comparison("ratio", 1, above: 1))" == "ratio 1 <= 1")
  }
}
