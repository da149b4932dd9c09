public import Vocabulary

/// What a value of a configuration file may be.
public indirect enum FieldType: Sendable {
  case text
  /// A text, or a mapping with `en` and optionally `ko`.
  case localizedText
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case flag
  case day
  case percentage
  case quantity(Unit.Dimension)
  case product
  case subject
  case marking
  case level
  /// An ISO 3166-1 alpha-3 code, by its form.
  case country
  case choice([String])
  case path
  /// A reference to a secret: `{env: NAME}` or `{file: PATH}`.
  case secret
  case list(FieldType)
  case mapping(Schema)
  /// A mapping with free keys.
  case dictionary(FieldType)
  /// Any scalar, kept as its text.
  case scalar
}

/// A key of a mapping.
public struct Field: Sendable {
  /// The key.
  public let name: String
  /// What its value may be.
  public let type: FieldType
  /// Whether it must be there.
  public let isRequired: Bool
  /// What holds when it is not there.
  public let defaultValue: SettingValue?
  /// One sentence for help and documentation.
  public let doc: String

  /// Declares a key.
  public init(
    _ name: String, _ type: FieldType, isRequired: Bool = false, default: SettingValue? = nil,
    doc: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    defaultValue = `default`
    self.doc = doc
  }
}

/// A mapping with declared keys; any other key is a fault.
public struct Schema: Sendable {
  /// What the mapping is.
  public let title: String
  /// One sentence on it.
  public let doc: String
  /// Its keys.
  public let fields: [Field]

  /// Declares a mapping.
  public init(title: String, doc: String, fields: [Field]) {
    self.title = title
    self.doc = doc
    self.fields = fields
  }
}

/// Where a secret is kept; the secret itself is never part of a configuration.
public enum SecretReference: Sendable, Hashable, CustomStringConvertible {
  case environment(String)
  case file(String)

  /// The place, never the secret.
  public var description: String {
    switch self {
    case .environment(let name): "env:\(name)"
    case .file(let path): "file:\(path)"
    }
  }
}

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
}
