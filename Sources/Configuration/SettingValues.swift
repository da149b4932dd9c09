public import Vocabulary

/// The values of a mapping, checked against its schema.
///
/// Reading a key that the schema does not declare, or as another type, is a programming error and
/// stops the process.
public struct SettingValues: Sendable, Hashable {
  /// A value with its place; nil for a default.
  struct Entry: Sendable, Hashable {
    let value: SettingValue
    let mark: Mark?
    let sourceLine: String?
    let doc: String
  }

  let names: [String]
  let entries: [String: Entry]
  /// Where the mapping begins; nil when it stands nowhere and holds only defaults.
  public let mark: Mark?

  /// The defaults of fields, for a mapping that was left out.
  public static func defaults(of fields: [Field]) -> SettingValues {
    let entries = fields.compactMap { field in
      field.defaultValue.map {
        (field.name, Entry(value: $0, mark: nil, sourceLine: nil, doc: field.doc))
      }
    }
    return SettingValues(
      names: fields.map(\.name), entries: Dictionary(entries) { first, _ in first }, mark: nil)
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
  public func integer(_ name: String) -> Int {
    required(name, read(name) { if case .integer(let value) = $0 { value } else { nil } })
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
  public func percentage(_ name: String) -> Percentage {
    required(name, read(name) { if case .percentage(let value) = $0 { value } else { nil } })
  }

  /// The product of a required key.
  public func product(_ name: String) -> ProductCode {
    required(name, read(name) { if case .product(let value) = $0 { value } else { nil } })
  }

  /// The marking of a required or defaulted key.
  public func marking(_ name: String) -> Marking {
    required(name, read(name) { if case .marking(let value) = $0 { value } else { nil } })
  }

  /// The level of a required or defaulted key.
  public func level(_ name: String) -> Level {
    required(name, read(name) { if case .level(let value) = $0 { value } else { nil } })
  }

  /// The mapping of a required key.
  public func mapping(_ name: String) -> SettingValues { required(name, optionalMapping(name)) }

  /// The mapping of an optional key.
  public func optionalMapping(_ name: String) -> SettingValues? {
    read(name) { if case .mapping(let value) = $0 { value } else { nil } }
  }

  /// The texts of a list; empty when it was left out.
  public func texts(_ name: String) -> [String] {
    items(name) { if case .text(let value) = $0 { value } else { nil } }
  }

  /// The subjects of a list; empty when it was left out.
  public func subjects(_ name: String) -> [Subject] {
    items(name) { if case .subject(let value) = $0 { value } else { nil } }
  }

  /// The markings of a list; empty when it was left out.
  public func markings(_ name: String) -> [Marking] {
    items(name) { if case .marking(let value) = $0 { value } else { nil } }
  }

  /// The mappings of a list; empty when it was left out.
  public func mappings(_ name: String) -> [SettingValues] {
    items(name) { if case .mapping(let value) = $0 { value } else { nil } }
  }

  /// The pairs of a dictionary of scalars, in their order; empty when it was left out.
  public func dictionaryOfTexts(_ name: String) -> [(String, String)] {
    guard let values = optionalMapping(name) else { return [] }
    return values.names.map { ($0, values.text($0)) }
  }

  /// An error at the place of a key, for what the schema alone cannot see.
  public func error(
    _ name: String, _ message: String, suggestions: [String] = [], allowed: [String] = []
  ) -> ConfigurationError {
    let entry = entries[name]
    let place = entry?.mark ?? mark ?? Mark(file: "built-in defaults", line: 1, column: 1)
    return ConfigurationError(diagnostics: [
      Diagnostic(
        place, message, suggestions: suggestions, allowed: allowed, sourceLine: entry?.sourceLine)
    ])
  }

  private func read<T>(_ name: String, _ convert: (SettingValue) -> T?) -> T? {
    precondition(names.contains(name), "the schema declares no key \(name)")
    return entries[name].map { required(name, convert($0.value)) }
  }

  private func items<T>(_ name: String, _ convert: (SettingValue) -> T?) -> [T] {
    let list = read(name) { if case .list(let values) = $0 { values } else { nil } }
    return (list ?? []).map { required(name, convert($0)) }
  }

  private func required<T>(_ name: String, _ value: T?) -> T {
    guard let value else { preconditionFailure("the schema declares \(name) in another way") }
    return value
  }
}
