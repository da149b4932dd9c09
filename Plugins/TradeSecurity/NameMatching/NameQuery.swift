/// A name that is asked about, read once.
public struct NameQuery: Sendable {
  /// The name as given.
  public let text: String
  /// What kind of party bears it, when that is known.
  public let party: ListedName.Party?
  let person: NameColumns
  let other: NameColumns

  /// Reads a name.
  ///
  /// - Parameters:
  ///   - text: the name, in any script and any order of its words.
  ///   - party: what kind of party bears it; nil compares it as a person's name with people and as an
  ///     organisation's with all others.
  public init(_ text: String, party: ListedName.Party? = nil) {
    self.text = text
    self.party = party
    person = NameColumns(NameReader.read(text, isPerson: true))
    other = NameColumns(NameReader.read(text, isPerson: false))
  }

  /// Whether it has a letter or digit to look for.
  public var isEmpty: Bool { other.name.tokens.isEmpty && person.name.tokens.isEmpty }

  /// Whether it has a word that can tell one party from another; without one, as in `Trading Co`, it
  /// meets half of all firms a little and none for certain.
  public var isDistinctive: Bool {
    other.name.tokens.contains {
      $0.kind == .name && LegalForms.form(in: [$0.text], at: 0) == nil
    }
  }

  /// Whether it had more words than are compared.
  public var isCut: Bool { person.name.isCut || other.name.isCut }

  func columns(for listed: ListedName.Party) -> NameColumns { listed == .person ? person : other }

  /// What is left of a score when both kinds of party are known and are not the same.
  static func kindFactor(_ query: ListedName.Party?, _ listed: ListedName.Party) -> Float {
    guard let query, query != .other, listed != .other, query != listed else { return 1 }
    return ScoreWeights.otherKind
  }
}
