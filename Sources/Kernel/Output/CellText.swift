internal import Glibc
internal import Store

/// How a value is written in a cell.
enum CellText {
  /// For programs: the shortest text that reads back as the same number; nothing for null.
  static func machine(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .blob: JSONValue(value).compact
    }
  }

  /// For people: numbers to six significant digits, `-` for null.
  static func human(_ value: Value, _ column: Column) -> String {
    switch value {
    case .null: return "-"
    case .integer(let number) where column.kind == .flag: return number == 0 ? "no" : "yes"
    case .real(let number): return rounded(number)
    default: return visible(machine(value))
    }
  }

  // What stands in data must not move the cursor, colour the screen or turn the line around.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
      shown.append(isBreak ? " " : isUnseen(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func rounded(_ number: Double) -> String {
    guard number != 0 else { return "0" }
    guard number.isFinite else { return String(number) }
    let exponent = Int(log10(abs(number)).rounded(.down))
    switch exponent {
    case -5...5: return digits(number, decimals: 5 - exponent)
    case 6..<15: return String(Int64(number.rounded()))
    default: return digits(number / pow(10, Double(exponent)), decimals: 5) + "e\(exponent)"
    }
  }

  private static func digits(_ number: Double, decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let text = String((number * scale).rounded() / scale)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
