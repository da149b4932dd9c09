public import Vocabulary

/// The values of a mapping, checked against its schema.
///
/// Reading a key that the schema does not declare, or as another type, is a programming error and
/// stops the process.
public struct SettingValues: Sendable, Hashable {
  /// A value with its place; nil for a default.
  struct Entry: Sendable, Hashable {
    let value: SettingValue
    let place: Place?
    /// The places of the items of a list.
    var itemPlaces: [Place] = []
    let doc: String

    var origin: Origin { place.map { .file($0.mark) } ?? .default }
  }

  let names: [String]
  let entries: [String: Entry]
  let place: Place?

  /// Where the mapping begins; nil when it stands nowhere and holds only defaults.
  public var mark: Mark? { place?.mark }

  /// The defaults of fields, for a mapping that was left out.
  public static func defaults(of fields: [Field]) -> SettingValues {
    let entries = fields.compactMap { field in
      field.valueWhenLeftOut.map { (field.name, Entry(value: $0, place: nil, doc: field.doc)) }
    }
    return SettingValues(
      names: fields.map(\.name), entries: Dictionary(entries) { first, _ in first }, place: nil)
  }

  /// The text of a required or defaulted key.
  public func text(_ name: String) -> String { required(name, optionalText(name)) }

  /// The text of an optional key.
  public func optionalText(_ name: String) -> String? {
    read(name) { if case .text(let value) = $0 { value } else { nil } }
  }

  /// The text in both languages of a required key.
  public func localized(_ name: String) -> LocalizedText { required(name, optionalLocalized(name)) }

  /// The text in both languages of an optional key.
  public func optionalLocalized(_ name: String) -> LocalizedText? {
    read(name) { if case .localized(let value) = $0 { value } else { nil } }
  }

  /// The whole number of a required or defaulted key.
  public func integer(_ name: String) -> Int { required(name, optionalInteger(name)) }

  /// The whole number of an optional key.
  public func optionalInteger(_ name: String) -> Int? {
    read(name) { if case .integer(let value) = $0 { value } else { nil } }
  }

  /// The number of a required or defaulted key.
  public func number(_ name: String) -> Double { required(name, optionalNumber(name)) }

  /// The number of an optional key.
  public func optionalNumber(_ name: String) -> Double? {
    read(name) { if case .number(let value) = $0 { value } else { nil } }
  }

  /// The flag of a required or defaulted key.
  public func flag(_ name: String) -> Bool {
    required(name, read(name) { if case .flag(let value) = $0 { value } else { nil } })
  }

  /// The day of a required key.
  public func day(_ name: String) -> Day { required(name, optionalDay(name)) }

  /// The day of an optional key.
  public func optionalDay(_ name: String) -> Day? {
    read(name) { if case .day(let value) = $0 { value } else { nil } }
  }

  /// The share of a required or defaulted key.
  public func percentage(_ name: String) -> Percentage { required(name, optionalPercentage(name)) }

  /// The share of an optional key.
  public func optionalPercentage(_ name: String) -> Percentage? {
    read(name) { if case .percentage(let value) = $0 { value } else { nil } }
  }

  /// The quantity of a required or defaulted key.
  public func quantity(_ name: String) -> Quantity { required(name, optionalQuantity(name)) }

  /// The quantity of an optional key.
  public func optionalQuantity(_ name: String) -> Quantity? {
    read(name) { if case .quantity(let value) = $0 { value } else { nil } }
  }

  /// The product of a required key.
  public func product(_ name: String) -> ProductCode { required(name, optionalProduct(name)) }

  /// The product of an optional key.
  public func optionalProduct(_ name: String) -> ProductCode? {
    read(name) { if case .product(let value) = $0 { value } else { nil } }
  }

  /// The subject of a required key.
  public func subject(_ name: String) -> Subject { required(name, optionalSubject(name)) }

  /// The subject of an optional key.
  public func optionalSubject(_ name: String) -> Subject? {
    read(name) { if case .subject(let value) = $0 { value } else { nil } }
  }

  /// The marking of a required or defaulted key.
  public func marking(_ name: String) -> Marking {
    required(name, read(name) { if case .marking(let value) = $0 { value } else { nil } })
  }

  /// The level of a required or defaulted key.
  public func level(_ name: String) -> Level {
    required(name, read(name) { if case .level(let value) = $0 { value } else { nil } })
  }

  /// Where the secret of a required key is kept.
  public func secret(_ name: String) -> SecretReference { required(name, optionalSecret(name)) }

  /// Where the secret of an optional key is kept.
  public func optionalSecret(_ name: String) -> SecretReference? {
    read(name) { if case .secret(let value) = $0 { value } else { nil } }
  }

  /// The mapping of a required key.
  public func mapping(_ name: String) -> SettingValues { required(name, optionalMapping(name)) }

  /// The mapping of an optional key.
  public func optionalMapping(_ name: String) -> SettingValues? {
    read(name) { if case .mapping(let value) = $0 { value } else { nil } }
  }

  func read<T>(_ name: String, _ convert: (SettingValue) -> T?) -> T? {
    precondition(names.contains(name), "the schema declares no key \(name)")
    return entries[name].map { required(name, convert($0.value)) }
  }

  func required<T>(_ name: String, _ value: T?) -> T {
    guard let value else { preconditionFailure("the schema declares \(name) in another way") }
    return value
  }
}
