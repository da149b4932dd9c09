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

  /// What holds when the key is left out: its default, or the defaults inside its mapping.
  var valueWhenLeftOut: SettingValue? {
    if let defaultValue { return defaultValue }
    guard !isRequired, case .mapping(let schema) = type else { return nil }
    return schema.defaults.map(SettingValue.mapping)
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
  /// What no single key shows, such as two that contradict each other: the faults of values that
  /// are right one by one.
  let check: @Sendable (SettingValues) -> [Diagnostic]

  /// Declares a mapping.
  public init(
    title: String, doc: String, fields: [Field],
    check: @escaping @Sendable (SettingValues) -> [Diagnostic] = { _ in [] }
  ) {
    self.title = title
    self.doc = doc
    self.fields = fields
    self.check = check
  }

  /// What holds when the mapping is left out; nil when it demands a key, or has no default at all.
  var defaults: SettingValues? {
    guard !fields.contains(where: { $0.isRequired && $0.defaultValue == nil }) else { return nil }
    let values = SettingValues.defaults(of: fields)
    return values.entries.isEmpty ? nil : values
  }
}
