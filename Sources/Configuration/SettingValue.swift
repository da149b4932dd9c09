public import Vocabulary

/// A decoded value.
public indirect enum SettingValue: Sendable, Hashable {
  case text(String)
  case localized(LocalizedText)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case day(Day)
  case percentage(Percentage)
  case quantity(Quantity)
  case product(ProductCode)
  case subject(Subject)
  case marking(Marking)
  case level(Level)
  case secret(SecretReference)
  case list([SettingValue])
  case mapping(SettingValues)

  /// The value as it would be written; a secret as the place where it is kept.
  public var written: String {
    switch self {
    case .text(let text): text
    case .localized(let text): text.korean.map { "\(text.english) / \($0)" } ?? text.english
    case .integer(let number): String(number)
    case .number(let number): numberText(number)
    case .flag(let flag): String(flag)
    case .day(let day): day.description
    case .percentage(let share): share.description
    case .quantity(let quantity): quantity.description
    case .product(let product): product.description
    case .subject(let subject): subject.description
    case .marking(let marking): marking.description
    case .level(let level): level.name
    case .secret(let reference): reference.description
    case .list(let items): items.isEmpty ? "[]" : items.map(\.written).joined(separator: ", ")
    case .mapping(let values):
      values.outline().map { "\($0.path): \($0.value)" }.joined(separator: ", ")
    }
  }
}
