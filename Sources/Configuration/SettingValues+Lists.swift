public import Vocabulary

extension SettingValues {
  /// The texts of a list; empty when it was left out.
  public func texts(_ name: String) -> [String] {
    items(name) { if case .text(let value) = $0 { value } else { nil } }
  }

  /// The products of a list; empty when it was left out.
  public func products(_ name: String) -> [ProductCode] {
    items(name) { if case .product(let value) = $0 { value } else { nil } }
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

  /// The values of a list of any type; empty when it was left out.
  public func list(_ name: String) -> [SettingValue] { items(name) { $0 } }

  /// The pairs of a dictionary of scalars, in their order; empty when it was left out.
  public func dictionaryOfTexts(_ name: String) -> [(String, String)] {
    guard let values = optionalMapping(name) else { return [] }
    return values.names.map { ($0, values.text($0)) }
  }

  /// The pairs of a dictionary of whole numbers, in their order; empty when it was left out.
  public func dictionaryOfIntegers(_ name: String) -> [(String, Int)] {
    guard let values = optionalMapping(name) else { return [] }
    return values.names.map { ($0, values.integer($0)) }
  }

  /// The pairs of a dictionary of mappings, in their order; empty when it was left out.
  public func dictionaryOfMappings(_ name: String) -> [(String, SettingValues)] {
    guard let values = optionalMapping(name) else { return [] }
    return values.names.map { ($0, values.mapping($0)) }
  }

  private func items<T>(_ name: String, _ convert: (SettingValue) -> T?) -> [T] {
    let list = read(name) { if case .list(let values) = $0 { values } else { nil } }
    return (list ?? []).map { required(name, convert($0)) }
  }
}
