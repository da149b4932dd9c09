internal import Glibc

/// Decimal digits of rounded numbers.
enum DecimalText {
  /// The number to so many significant digits.
  static func rounded(_ value: Double, significant: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    let places = significant - 1 - Int(log10(abs(value)).rounded(.down))
    let scale = pow(10, Double(abs(places)))
    return places >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
  }

  /// The number with at most so many decimals, without zeros at the end, thousands separated.
  static func number(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return String(value) }
    // The shortest text that reads back as the number has no digits that rounding left behind.
    let scale = pow(10, Double(decimals))
    let parts = (abs(value).truncatingRemainder(dividingBy: 1) * scale).rounded()
    let carries = parts >= scale
    var digits = carries || decimals == 0 ? "" : String(Int64(parts))
    if !digits.isEmpty { digits = String(repeating: "0", count: decimals - digits.count) + digits }
    while digits.hasSuffix("0") { digits.removeLast() }
    let whole = Int64(abs(value)) + (carries ? 1 : 0)
    let sign = value < 0 && (whole > 0 || !digits.isEmpty) ? "-" : ""
    return sign + grouped(String(whole)) + (digits.isEmpty ? "" : "." + digits)
  }

  /// Digits with a comma between thousands.
  static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A number in words of a thousand: `12,300`, `12.3 million`, `1.23 billion`.
  static func scaled(_ value: Double) -> String {
    let scales = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
    guard let (size, word) = scales.first(where: { abs(value) >= $0.0 }) else {
      return number(value, decimals: abs(value) < 1000 ? 2 : 0)
    }
    return number(value / size, decimals: 2) + word
  }

  /// A number in Korean words of ten thousand: `1,230만 `, `1억 2,300만 `; without one, the digits.
  static func korean(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e16, abs(value) >= 10_000 else {
      return number(value, decimals: abs(value) < 1000 ? 2 : 0)
    }
    var rest = Int64(abs(value).rounded())
    var parts: [String] = []
    for (size, word) in [(1_000_000_000_000 as Int64, "조"), (100_000_000, "억"), (10_000, "만")]
    where rest >= size {
      parts.append(grouped(String(rest / size)) + word)
      rest %= size
    }
    let end = rest == 0 ? " " : " " + grouped(String(rest))
    return (value < 0 ? "-" : "") + parts.joined(separator: " ") + end
  }
}
