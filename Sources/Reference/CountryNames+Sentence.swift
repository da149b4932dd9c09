public import Vocabulary

extension CountryNames {
  /// The name of a country as a sentence says it: `Republic of Korea`, not `Korea, Republic of`.
  public func inSentence(_ country: String) -> LocalizedText {
    let name = self[country]
    // ISO 3166-1 puts the word that is sorted by first, and the rest behind a comma.
    guard let comma = name.english.firstIndex(of: ",") else { return name }
    let rest = name.english[comma...].dropFirst(2)
    guard rest.hasSuffix(" of") || rest.hasSuffix(" of the") else { return name }
    return LocalizedText("\(rest) \(name.english[..<comma])", korean: name.korean)
  }
}
