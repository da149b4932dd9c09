internal import Vocabulary

/// A setting as `config show` prints it.
public struct OutlineEntry: Sendable, Hashable {
  /// The keys that lead to it, joined by dots.
  public let path: String
  /// Its value as it would be written; a secret as the place where it is kept.
  public let value: String
  /// Where it came from: `file:line:column`, or `default`.
  public let origin: String
  /// What it is.
  public let doc: String
}

extension SettingValues {
  /// Every setting with its value, origin and documentation, in the order of the schema.
  public func outline() -> [OutlineEntry] { outline(prefix: "") }

  private func outline(prefix: String) -> [OutlineEntry] {
    names.flatMap { name -> [OutlineEntry] in
      guard let entry = entries[name] else { return [] }
      let path = prefix + name
      if case .mapping(let values) = entry.value { return values.outline(prefix: path + ".") }
      if case .list(let items) = entry.value {
        let mappings = items.compactMap { item -> SettingValues? in
          if case .mapping(let values) = item { values } else { nil }
        }
        if !mappings.isEmpty {
          return mappings.enumerated().flatMap { $1.outline(prefix: "\(path)[\($0)].") }
        }
      }
      let origin = entry.mark.map { "\($0.file):\($0.line):\($0.column)" } ?? "default"
      return [
        OutlineEntry(path: path, value: entry.value.written, origin: origin, doc: entry.doc)
      ]
    }
  }
}

extension SettingValue {
  /// The value as it would be written.
  fileprivate var written: String {
    switch self {
    case .text(let text): text
    case .localized(let text): text.korean.map { "\(text.english) / \($0)" } ?? text.english
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .day(let day): day.description
    case .percentage(let share): share.description
    case .quantity(let quantity): quantity.description
    case .product(let product): product.description
    case .subject(let subject): subject.description
    case .marking(let marking): marking.description
    case .level(let level): level.name
    case .secret(let reference): reference.description
    case .list(let items): items.map(\.written).joined(separator: ", ")
    case .mapping(let values):
      values.outline().map { "\($0.path): \($0.value)" }.joined(separator: ", ")
    }
  }
}
