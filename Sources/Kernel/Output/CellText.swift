internal import Glibc
internal import Store

/// How a value is written for people.
enum CellText {
  /// Numbers to six significant digits, `-` for null.
  static func human(_ cell: Cell, _ column: Column) -> String {
    switch cell {
    case .null: "-"
    case .integer(let number) where column.kind == .flag: number == 0 ? "no" : "yes"
    case .integer(let number): String(number)
    case .real(let number): rounded(number)
    case .text(let bytes): visible(bytes)
    case .blob: cell.value.hexadecimal
    }
  }

  /// The same of a value that is held.
  static func human(_ value: Value, _ column: Column) -> String {
    switch value {
    case .null: human(Cell.null, column)
    case .integer(let number): human(Cell.integer(number), column)
    case .real(let number): human(Cell.real(number), column)
    case .text(let text): visible(text)
    case .blob: value.hexadecimal
    }
  }

  /// The headings of columns, each with its unit.
  static func headings(_ columns: [Column]) -> [String] {
    columns.map { visible($0.name) + ($0.unit.map { " [\($0)]" } ?? "") }
  }

  // Almost every text is plain ASCII, of which all but the control characters can be seen.
  private static func visible(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.allSatisfy { (0x20..<0x7F).contains($0) } ? text : visible(text)
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
