extension LocalizedText {
  /// The Korean text, or the English one where there is none.
  public var inKorean: String { text(in: .korean) }

  /// The English text of a title as it stands inside a sentence.
  ///
  /// Its first letter is lowered, but for an abbreviation (`DRAM memory`). Not for the name of a
  /// country or a person, which keeps its own.
  public var inSentence: String {
    let isWord = english.dropFirst().first?.isLowercase == true
    return isWord ? english.prefix(1).lowercased() + english.dropFirst() : english
  }

  /// The text as it stands inside a sentence, in both languages.
  public var insideSentence: LocalizedText { LocalizedText(inSentence, korean: korean) }
}
