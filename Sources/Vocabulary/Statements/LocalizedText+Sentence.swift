extension LocalizedText {
  /// The Korean text, or the English one where there is none.
  public var inKorean: String { text(in: .korean) }

  /// The English text as it stands inside a sentence: a title begins with a capital, which only a
  /// name or an abbreviation keeps there.
  public var inSentence: String {
    let isWord = english.dropFirst().first?.isLowercase == true
    return isWord ? english.prefix(1).lowercased() + english.dropFirst() : english
  }
}
