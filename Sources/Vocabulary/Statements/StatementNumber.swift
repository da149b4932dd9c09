internal import Glibc

/// Numbers as a sentence writes them: rounded to what a reader can use, with their unit, in both
/// languages.
///
/// Tables and machines get the exact number; only statements are rounded.
public enum StatementNumber {
  /// An amount of money: `USD 12.3 million`, `1,230만 달러`.
  ///
  /// - Parameter thousands: the amount in thousand US dollars.
  public static func dollars(thousands: Double) -> LocalizedText {
    let dollars = DecimalText.rounded(thousands * 1000, significant: 3)
    guard dollars != 0 || thousands == 0 else {
      return LocalizedText("less than USD 1", korean: "1달러 미만")
    }
    return LocalizedText(
      "USD " + DecimalText.scaled(dollars),
      korean: DecimalText.korean(dollars) + "달러")
  }

  /// A share of a whole: `85.3 %`, `85.3%`.
  ///
  /// A share that is not quite nothing, or not quite all, never reads as 0 % or 100 %.
  ///
  /// - Parameter fraction: the share, from 0 to 1.
  public static func percent(_ fraction: Double) -> LocalizedText {
    let percent = (fraction * 1000).rounded() / 10
    if percent == 0, fraction > 0 { return LocalizedText("less than 0.1 %", korean: "0.1% 미만") }
    if percent == 100, fraction < 1 {
      return LocalizedText("more than 99.9 %", korean: "99.9% 이상")
    }
    let number = DecimalText.number(percent, decimals: 1)
    return LocalizedText(number + " %", korean: number + "%")
  }

  /// An amount of goods or time: `1,230 t`, `1,230톤`; `45 days`, `45일`.
  ///
  /// - Parameters:
  ///   - value: the amount, in `unit`.
  ///   - significant: how many significant digits are kept.
  public static func amount(_ value: Double, _ unit: Unit, significant: Int = 3) -> LocalizedText {
    if unit.dimension == .dollars {
      return dollars(thousands: value * unit.size / Unit.thousandDollars.size)
    }
    let number = number(value, significant: significant)
    return LocalizedText(
      number + " " + unit.word(isOne: number == "1"), korean: number + unit.koreanWord)
  }

  /// How many times: `5.2 times`, `5.2배`.
  public static func times(_ ratio: Double) -> LocalizedText {
    let number = number(ratio, significant: 2)
    return LocalizedText(number + " times", korean: number + "배")
  }

  /// A pure number with separators between thousands: `1,230`, `0.0123`.
  public static func number(_ value: Double, significant: Int = 3) -> String {
    DecimalText.number(DecimalText.rounded(value, significant: significant), decimals: 12)
  }

  /// An index from 0 to 1 with two decimals: `0.52`.
  public static func index(_ value: Double) -> String {
    let text = DecimalText.number((value * 100).rounded() / 100, decimals: 2)
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    return text + (decimals == 0 ? "." : "") + String(repeating: "0", count: 2 - decimals)
  }

  /// A count with separators between thousands: `1,230`.
  public static func count(_ count: Int) -> String {
    (count < 0 ? "-" : "") + DecimalText.grouped(String(count.magnitude))
  }
}

extension Unit {
  fileprivate func word(isOne: Bool) -> String {
    switch self {
    case .day: isOne ? "day" : "days"
    case .week: isOne ? "week" : "weeks"
    case .month: isOne ? "month" : "months"
    case .year: isOne ? "year" : "years"
    case .piece: isOne ? "piece" : "pieces"
    case .cubicMetre: "m³"
    case .millionCubicMetres: "million m³"
    default: rawValue
    }
  }

  fileprivate var koreanWord: String {
    switch self {
    case .tonne: "톤"
    case .kilotonne: "천 톤"
    case .carat: "캐럿"
    case .cubicMetre: "㎥"
    case .millionCubicMetres: "백만㎥"
    case .piece: "개"
    case .won: "원"
    case .day: "일"
    case .week: "주"
    case .month: "개월"
    case .year: "년"
    default: rawValue
    }
  }
}
