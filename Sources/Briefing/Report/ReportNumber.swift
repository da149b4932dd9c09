internal import Kernel
internal import Vocabulary

/// How a finding's number is written in a report.
enum ReportNumber {
  /// The number with its unit; empty where the finding has none.
  static func text(_ finding: Finding, in language: Language) -> String {
    guard let value = finding.value else { return "" }
    return text(value, unit: finding.unit, in: language)
  }

  static func text(_ value: Double, unit: String?, in language: Language) -> String {
    switch unit {
    case "share": decimal(value * 100, digits: 1) + " %"
    case "kUSD": dollars(thousands: value, in: language)
    case "d": decimal(value, digits: 0) + (language == .korean ? "일" : " days")
    case .some(let unit): significant(value) + " " + unit
    case nil: significant(value)
    }
  }

  private static func dollars(thousands: Double, in language: Language) -> String {
    let dollars = thousands * 1000
    if language == .korean {
      return switch abs(dollars) {
      case 1e8...: decimal(dollars / 1e8, digits: 1) + "억 달러"
      case 1e4...: decimal(dollars / 1e4, digits: 0) + "만 달러"
      default: decimal(dollars, digits: 0) + "달러"
      }
    }
    return switch abs(dollars) {
    case 1e9...: "USD " + decimal(dollars / 1e9, digits: 2) + " billion"
    case 1e6...: "USD " + decimal(dollars / 1e6, digits: 1) + " million"
    default: "USD " + decimal(dollars, digits: 0)
    }
  }

  /// Three significant digits for small numbers, whole numbers with separators for large ones.
  private static func significant(_ value: Double) -> String {
    switch abs(value) {
    case 0: "0"
    case 100...: decimal(value, digits: 0)
    case 10...: decimal(value, digits: 1)
    case 1...: decimal(value, digits: 2)
    default: decimal(value, digits: 3)
    }
  }

  /// A number with a fixed count of decimals and a comma between thousands.
  static func decimal(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return String(value) }
    let whole = String(Int(scaled / scale))
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + grouped }
    let fraction = String(Int(scaled) % Int(scale))
    return sign + grouped + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
