internal import Glibc
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
  ///
  /// An answer on every importer writes millions of them: no text is made but the one that is given.
  static func text(_ number: Double) -> String {
    let size = abs(number)
    guard size >= 1e-8, size < 1e15 else {
      return StatementNumber.number(number, significant: 4).filter { $0 != "," }
    }
    let places = 3 - Int(log10(size).rounded(.down))
    let scale = powersOfTen[abs(places)]
    var digits = Int64((places >= 0 ? size * scale : size / scale).rounded())
    if places < 0 { digits *= Int64(scale) }
    var decimals = max(0, places)
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
    let sign = number < 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(digits) }
    let unit = Int64(powersOfTen[decimals])
    let fraction = String(digits % unit)
    return sign + String(digits / unit) + "."
      + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
  }

  private static let powersOfTen = (0...15).map { pow(10, Double($0)) }
}
