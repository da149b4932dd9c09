/// A language that answers can be written in.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case korean = "ko"
}

/// A text in English and, where it exists, in Korean.
public struct LocalizedText: Hashable, Sendable {
  /// The English text.
  public let english: String
  /// The Korean text; nil when there is none.
  public let korean: String?

  /// Makes a text from its English and Korean forms.
  public init(_ english: String, korean: String? = nil) {
    self.english = english
    self.korean = korean
  }

  /// The text in a language, in English when it was not translated.
  public func text(in language: Language) -> String {
    language == .korean ? korean ?? english : english
  }
}
