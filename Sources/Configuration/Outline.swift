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
      return [
        OutlineEntry(
          path: path, value: entry.value.written, origin: entry.origin.description, doc: entry.doc)
      ]
    }
  }
}
