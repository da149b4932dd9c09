/// Whether the check digits of a number are right.
public enum CheckDigits {
  /// What the check digits say.
  public enum Verdict: String, Sendable {
    /// They are right.
    case valid
    /// They are wrong, or the number has not the form of its scheme.
    case invalid
  }

  /// The verdict on a number; nil where its scheme has no check digit that is known here.
  ///
  /// - Parameters:
  ///   - number: the number as printed.
  ///   - scheme: its scheme.
  ///   - country: the ISO 3166-1 alpha-3 code of who gave it; nil when unknown.
  public static func verdict(
    _ number: String, _ scheme: IdentifierScheme, country: String? = nil
  ) -> Verdict? {
    let text = normalised(number, scheme)
    switch (scheme, country) {
    case (.imo, _): return isIMO(text) ? .valid : .invalid
    case (.imoCompany, _): return isIMOCompany(text) ? .valid : .invalid
    case (.lei, _): return isLEI(text) ? .valid : .invalid
    case (.bic, _): return isBIC(text) ? .valid : .invalid
    case (.isin, _): return isISIN(text) ? .valid : .invalid
    case (.tax, "RUS"): return isINN(text) ? .valid : .invalid
    case (.registration, "RUS") where [13, 15].contains(text.utf8.count) && isDigits(text):
      return isOGRN(text) ? .valid : .invalid
    case (.tax, "KOR"): return isKoreanBusinessNumber(text) ? .valid : .invalid
    case (.nationalID, "CHN") where text.utf8.count == 18:
      return isChineseResident(text) ? .valid : .invalid
    case (.registration, "CHN") where text.utf8.count == 18:
      return isUnifiedSocialCredit(text) ? .valid : .invalid
    default: return nil
    }
  }

  /// The number without what does not tell it from others: blanks, hyphens, dots, slashes, `IMO`.
  public static func normalised(_ number: String, _ scheme: IdentifierScheme) -> String {
    if [.imo, .imoCompany].contains(scheme), let digits = IdentifierScheme.digitsOfIMO(number) {
      return digits
    }
    let isPlain = number.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
    }
    if isPlain { return number }
    let kept = number.uppercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && !"-./'".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(kept))
  }

  /// Seven digits; the last is the last digit of the sum of the others times 7 down to 2 (IMO
  /// Resolution A.1117(30)).
  static func isIMO(_ text: String) -> Bool {
    guard let digits = digits(text, counts: [7]) else { return false }
    return weighted(digits.dropLast(), [7, 6, 5, 4, 3, 2]) % 10 == digits[6]
  }

  /// Seven digits of the company and owner scheme of IMO resolution MSC.160(78).
  ///
  /// The last is the sum of the others times 8, 6, 4, 2, 9 and 7, modulo 11, taken from 11. The
  /// weights hold for every company number of the SDN list of 7 May 2024.
  static func isIMOCompany(_ text: String) -> Bool {
    guard let digits = digits(text, counts: [7]) else { return false }
    let sum = weighted(digits.dropLast(), [8, 6, 4, 2, 9, 7])
    return (11 - sum % 11) % 10 == digits[6]
  }

  /// Twenty letters and digits that leave 1 modulo 97, a letter read as 10 to 35 (ISO 17442,
  /// ISO/IEC 7064 MOD 97-10).
  static func isLEI(_ text: String) -> Bool {
    guard let values = values(text), values.count == 20, values.suffix(2).allSatisfy({ $0 < 10 })
    else { return false }
    return values.reduce(0) { ($0 * ($1 < 10 ? 10 : 100) + $1) % 97 } == 1
  }

  /// Four letters, two letters of the country, two letters or digits, and three more for a branch
  /// (ISO 9362); it has no check digit, so that the form alone decides.
  static func isBIC(_ text: String) -> Bool {
    guard let values = values(text), [8, 11].contains(values.count) else { return false }
    return values.prefix(6).allSatisfy { $0 >= 10 }
  }

  /// Two letters, nine letters or digits and a check digit by Luhn over the digits of all, a letter
  /// read as 10 to 35 (ISO 6166).
  static func isISIN(_ text: String) -> Bool {
    guard let values = values(text), values.count == 12, values.prefix(2).allSatisfy({ $0 >= 10 }),
      values[11] < 10
    else { return false }
    let digits = values.flatMap { $0 < 10 ? [$0] : [$0 / 10, $0 % 10] }
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let doubled = item.offset % 2 == 1 ? item.element * 2 : item.element
      return sum + doubled / 10 + doubled % 10
    }
    return sum % 10 == 0
  }

  /// Ten digits with one check digit for a body, twelve with two for a person (Russian Federal Tax
  /// Service, order MM-7-6/435 of 29 June 2012).
  static func isINN(_ text: String) -> Bool {
    guard let digits = digits(text, counts: [10, 12]) else { return false }
    func check(_ weights: [Int]) -> Int {
      weighted(digits.prefix(weights.count), weights) % 11 % 10
    }
    if digits.count == 10 { return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[9] }
    return check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[10]
      && check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[11]
  }

  /// Thirteen digits for a body, fifteen for a trader: the last is the last digit of the others
  /// modulo 11 or 13 (Russian Ministry of Finance, order 165n of 30 October 2017).
  static func isOGRN(_ text: String) -> Bool {
    guard let digits = digits(text, counts: [13, 15]) else { return false }
    let divisor = digits.count == 13 ? 11 : 13
    let rest = digits.dropLast().reduce(0) { ($0 * 10 + $1) % divisor }
    return rest % 10 == digits[digits.count - 1]
  }

  /// Ten digits, the last from the weights 1, 3, 7, 1, 3, 7, 1, 3, 5, with the tens of the last
  /// product added (Korean National Tax Service, business registration number).
  static func isKoreanBusinessNumber(_ text: String) -> Bool {
    guard let digits = digits(text, counts: [10]) else { return false }
    let sum = weighted(digits.prefix(9), [1, 3, 7, 1, 3, 7, 1, 3, 5]) + digits[8] * 5 / 10
    return (10 - sum % 10) % 10 == digits[9]
  }

  /// Seventeen digits and a check digit, X for 10 (GB 11643-1999, ISO/IEC 7064 MOD 11-2).
  static func isChineseResident(_ text: String) -> Bool {
    let body = Array(text.utf8)
    guard body.count == 18, let digits = digits(String(text.dropLast()), counts: [17]) else {
      return false
    }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body[17] == Array("10X98765432".utf8)[weighted(digits[...], weights) % 11]
  }

  /// Eighteen letters and digits without I, O, S, V and Z (GB 32100-2015, modulo 31).
  static func isUnifiedSocialCredit(_ text: String) -> Bool {
    let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    let values = text.utf8.compactMap { letters.firstIndex(of: $0) }
    guard values.count == 18, text.utf8.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return (31 - sum % 31) % 31 == values[17]
  }

  private static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func digits(_ text: String, counts: Set<Int>) -> [Int]? {
    guard counts.contains(text.utf8.count), isDigits(text) else { return nil }
    return text.utf8.map { Int($0) - 48 }
  }

  /// Each letter and digit as 0 to 35; nil where something else stands.
  private static func values(_ text: String) -> [Int]? {
    var values: [Int] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): values.append(Int(byte) - 48)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): values.append(Int(byte) - 55)
      default: return nil
      }
    }
    return values
  }

  private static func weighted(_ digits: ArraySlice<Int>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
