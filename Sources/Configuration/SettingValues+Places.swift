extension SettingValues {
  /// Where the value of a key came from; nil when the key was left out and has no default.
  public func origin(of name: String) -> Origin? { entries[name]?.origin }

  /// A fault at the place of a key, for what the schema alone cannot see.
  ///
  /// - Parameters:
  ///   - name: the key; one that was left out gives the place of its mapping.
  ///   - item: which item of a list, counted from 0.
  ///   - message: what is wrong.
  ///   - suggestions: the nearest valid names.
  ///   - allowed: the values that are allowed.
  public func fault(
    _ name: String, item: Int? = nil, _ message: String, suggestions: [String] = [],
    allowed: [String] = []
  ) -> Diagnostic {
    let entry = entries[name]
    let itemPlace = item.flatMap { index in
      entry.flatMap { $0.itemPlaces.indices.contains(index) ? $0.itemPlaces[index] : nil }
    }
    let builtIn = Place(
      mark: Mark(file: "built-in defaults", line: 1, column: 1), sourceLine: "")
    return Diagnostic(
      itemPlace ?? entry?.place ?? place ?? builtIn, message, suggestions: suggestions,
      allowed: allowed)
  }

  /// An error of one fault at the place of a key.
  public func error(
    _ name: String, item: Int? = nil, _ message: String, suggestions: [String] = [],
    allowed: [String] = []
  ) -> ConfigurationError {
    ConfigurationError(diagnostics: [
      fault(name, item: item, message, suggestions: suggestions, allowed: allowed)
    ])
  }
}
