extension Materials {
  /// The identifiers of materials by the names that World Mining Data gives them.
  ///
  /// An identifier is the name in lower case, with one hyphen between its words and without what
  /// stands in brackets: `Rare Earths (REO)` is `rare-earths`. Where two names would become one, the
  /// bracket stays: `Diamonds (Gem)` is `diamonds-gem`.
  public static func identifiers(of names: [String]) -> [String: String] {
    let short = Dictionary(grouping: Set(names)) { slug(withoutBracket($0)) }
    var identifiers: [String: String] = [:]
    for (identifier, sharing) in short {
      for name in sharing { identifiers[name] = sharing.count == 1 ? identifier : slug(name) }
    }
    return identifiers
  }

  private static func withoutBracket(_ name: String) -> String {
    String(name.prefix { $0 != "(" })
  }

  private static func slug(_ name: String) -> String {
    name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(
      separator: "-")
  }
}
