internal import Vocabulary

/// A number against the bound that decides: `hhi_imports 0.62 > 0.4`.
struct Comparison: CustomStringConvertible {
  let name: String
  let value: Double
  let bound: Double

  init(_ name: String, _ value: Double, above bound: Double) {
    self.name = name
    self.value = value
    self.bound = bound
  }

  var description: String {
    let limit = Comparison.text(bound)
    let short = Comparison.text(value)
    // A number that only rounds to its bound is written in full.
    let number = short == limit && value != bound ? String(value) : short
    return "\(name) \(number) \(value > bound ? ">" : "<=") \(limit)"
  }

  /// A number to four significant digits, without separators.
  static func text(_ number: Double) -> String {
    StatementNumber.number(number, significant: 4).filter { $0 != "," }
  }
}
