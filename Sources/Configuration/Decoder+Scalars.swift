internal import Vocabulary

extension Decoder {
  /// Reads a value that is written as one word or text.
  mutating func scalar(_ node: Node, _ type: FieldType) -> SettingValue? {
    guard case .scalar(let text, let isQuoted) = node.content, !node.isNull else {
      return fail(node, "expected \(type.expectation), found \(node.kind)", allowed: type.allowed)
    }
    do throws(VocabularyError) {
      let value = try type.value(of: text)
      if let value, !(isQuoted && type.isBare) { return value }
      guard type.allowed.isEmpty else {
        return fail(
          node, "'\(text)' is not allowed here",
          suggestions: nearest(to: text, in: type.allowed), allowed: type.allowed)
      }
      let hint = value != nil ? "; drop the quotes" : type.hint(for: text)
      return fail(node, "expected \(type.expectation), found \(node.kind)\(hint)")
    } catch {
      return fail(node, error.message, suggestions: error.suggestions)
    }
  }
}

extension FieldType {
  /// The value that a text stands for; nil when it is none of the type.
  fileprivate func value(of text: String) throws(VocabularyError) -> SettingValue? {
    switch self {
    case .integer(let range):
      // The text must be the number's own writing: +5, 007 and 1_000 mean other things elsewhere.
      Int(text).flatMap { String($0) == text && range.contains($0) ? .integer($0) : nil }
    case .number(let range): FieldType.decimal(text, in: range).map(SettingValue.number)
    case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
    case .day: .day(try Day(text))
    case .percentage: .percentage(try Percentage(text))
    case .quantity(let dimension): try FieldType.quantity(text, of: dimension)
    case .product: .product(try ProductCode(text))
    case .subject: .subject(try Subject(text))
    case .marking: .marking(try Marking(text))
    case .level:
      Level.allCases.first { $0.name == text || $0.title.korean == text }.map(SettingValue.level)
    case .country:
      text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        ? .text(text) : nil
    case .choice(let names): names.contains(text) ? .text(text) : nil
    case .path: text.isEmpty ? nil : .text(text)
    case .text, .scalar: .text(text)
    case .localizedText, .secret, .list, .mapping, .dictionary: nil
    }
  }

  /// What to write instead, where a frequent mistake is recognised.
  fileprivate func hint(for text: String) -> String {
    guard case .flag = self else { return "" }
    switch text.lowercased() {
    case "yes", "on", "true": return "; write true"
    case "no", "off", "false": return "; write false"
    default: return ""
    }
  }

  /// A decimal number within a range; hexadecimal, infinite and ambiguous writings are none.
  private static func decimal(_ text: String, in range: ClosedRange<Double>) -> Double? {
    let plain = "0123456789+-.eE"
    guard text.allSatisfy(plain.contains), let number = Double(text), number.isFinite,
      range.contains(number)
    else { return nil }
    let digits = text.drop { $0 == "-" }.prefix { $0.isNumber }
    return digits.count > 1 && digits.first == "0" ? nil : number
  }

  private static func quantity(_ text: String, of dimension: Unit.Dimension)
    throws(VocabularyError) -> SettingValue?
  {
    let quantity = try Quantity(text)
    return quantity.unit.dimension == dimension ? .quantity(quantity) : nil
  }
}
