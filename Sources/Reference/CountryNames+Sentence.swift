public import Vocabulary

extension CountryNames {
  /// The name of a country as the middle of a sentence says it: `the Republic of Moldova`, not
  /// `Moldova, Republic of`; `the United States`.
  public func inSentence(_ country: String) -> LocalizedText {
    let name = self[country]
    return LocalizedText(
      CountryNames.withArticle(CountryNames.turned(name.english)), korean: name.korean)
  }

  // ISO 3166-1 puts the word that is sorted by first, and the rest behind a comma.
  private static func turned(_ name: String) -> String {
    guard let comma = name.firstIndex(of: ",") else { return name }
    let rest = name[comma...].dropFirst(2)
    guard rest.hasSuffix(" of") || rest.hasSuffix(" of the") else { return name }
    return "\(rest) \(name[..<comma])"
  }

  private static func withArticle(_ name: String) -> String {
    if name.hasPrefix("The ") { return "the " + name.dropFirst(4) }
    let words = name.split(separator: " ")
    let isDescribed =
      words.contains { describing.contains($0) } && !name.hasPrefix("the ")
      || plural.contains(name)
    return isDescribed ? "the " + name : name
  }

  /// Words that make a name a description, which English gives an article.
  private static let describing: Set<Substring> = [
    "United", "Republic", "Federation", "Islands", "Territory", "Territories", "State",
  ]

  /// Names of one word that English gives an article.
  private static let plural: Set<String> = [
    "Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines",
  ]
}
