/// The parts of a person's name, where a record tells them apart.
public struct NameParts: Hashable, Sendable {
  /// The given name.
  public let given: String
  /// The family name.
  public let family: String

  /// Takes the parts.
  public init(given: String, family: String) {
    self.given = given
    self.family = family
  }
}

extension NameComparison {
  /// What is left of the score of two whole names when their parts are compared, each with its own:
  /// Hans Friedrich is not Friedrich Hans where both records say which name is which.
  public mutating func factor(_ first: NameParts, _ second: NameParts) -> Double {
    if score(first.family, second.family) >= ScoreWeights.sameNamePart { return 1 }
    let isSwapped = score(first.family, second.given) >= ScoreWeights.sameNamePart
    return isSwapped ? ScoreWeights.swappedNameParts : ScoreWeights.otherFamilyName
  }

  private mutating func score(_ first: String, _ second: String) -> Double {
    score(
      NameQuery(first, party: .person),
      ListedQuery(ListedName(entry: "", text: second, party: .person)))
  }
}
