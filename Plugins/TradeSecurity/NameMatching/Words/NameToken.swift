/// A part of a name that is compared.
struct NameToken: Hashable, Sendable {
  /// What a token is to a name.
  enum Kind: UInt8, Sendable {
    case name, common, number, initial, particle, title
  }

  /// The token as small letters of its own script.
  let text: String
  /// What it is.
  let kind: Kind
  /// The script it is written in.
  let system: WritingSystem
  /// How much it tells, 0 to 1: rare names most, words that every firm bears least.
  let weight: Float
  /// The ways to say it; empty for a character without a known reading.
  let forms: [SoundForm]
  /// The group of given names that are short for one another; 0 where none is known.
  let nickname: Int32
}

/// Neighbouring words of a name written as one.
struct JoinedWords: Hashable, Sendable {
  /// The first token it covers.
  let start: Int
  /// How many tokens it covers.
  let count: Int
  /// The hash of its sounds by class.
  let coarse: UInt64
  /// The hash of its letters; 0 where it has none.
  let letters: UInt64
  /// The hash of its consonants by class; 0 for fewer than four.
  let bones: UInt64
  /// Whether its script leaves vowels out.
  let isVowelless: Bool
}
