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
    default: return machine(value).replacing("\n", with: " ")
    }
  }

  private static func rounded(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return String(number) }
    let digits = 5 - Int(log10(abs(number)).rounded(.down))
    guard (0...12).contains(digits) else {
      return abs(number) < 1e15 && digits < 0 ? String(Int64(number.rounded())) : String(number)
    }
    let scale = pow(10, Double(digits))
    let text = String((number * scale).rounded() / scale)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
