internal import Vocabulary

extension LocalizedText {
  /// The Korean text, in English where there is none.
  var inKorean: String { text(in: .korean) }

  /// The English name of a material as it stands inside a sentence, in small letters.
  var inSentence: String { english.prefix(1).lowercased() + english.dropFirst() }
}
