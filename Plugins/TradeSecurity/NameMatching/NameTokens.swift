/// The plain words of a name, for tables outside the memory of the process.
public enum NameTokens {
  /// The words of a name, each once, sorted: small letters, Latin ones without accents.
  public static func of(_ text: String) -> [String] {
    Set(
      NameWords.split(text).map { word in
        guard word.system == .latin else { return NameBuilder.lowered(word.scalars) }
        return String(
          decoding: word.scalars.flatMap { LatinLetters.plain($0) ?? [] }, as: UTF8.self)
      }.filter { !$0.isEmpty }
    ).sorted()
  }
}
