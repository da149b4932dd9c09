/// How near two tokens are by the way they met, and how much a token tells.
///
/// Fitted, like `ScoreWeights`, on one half of the labelled cases and checked on the other. The costs of
/// single sounds are in `SoundCosts`.
enum TokenWeights {
  // MARK: How near

  /// The share of the sounds of two tokens that may differ: one in five letters, as in Putin and Pulin.
  static let editShare: Float = 0.235
  /// Tokens that sound alike and are spelt otherwise.
  static let spelling: Float = 0.98
  /// The same word with vowels left out: one writer in a hurry, no other name.
  static let vowelsOmitted: Float = 0.9
  /// The same where two consonants at most are left, which many words share.
  static let vowelsOmittedOfShort: Float = 0.82
  /// A word whose script leaves vowels out, when all consonants meet.
  static let vowelless: Float = 0.95
  /// Given names that are short for one another; both may be borne by one party or by two.
  static let nickname: Float = 0.9
  /// A word cut off at the end of a field.
  static let beginning: Float = 0.8
  /// The least similarity of a syllable of a Han or Hangul name, which has few sounds to differ in.
  static let leastOfSyllable: Float = 0.72

  // MARK: How sure a reading is

  /// A word put into English by its meaning: it says the same; that it might be put otherwise is in its
  /// weight.
  static let meaning: Float = 1
  /// Letters read for digits in disguise.
  static let digitAsLetter: Float = 0.97
  /// rn read for m.
  static let misreadLetters: Float = 0.93
  /// A final n read for ng.
  static let finalNasal: Float = 0.92
  /// A Hangul syllable: every system of romanisation has others.
  static let hangul: Float = 0.98
  /// A Han character in Mandarin, which tones would part and Latin letters do not.
  static let mandarin: Float = 0.93
  /// A Han character in Korean: less often meant.
  static let koreanOfHan: Float = 0.86

  // MARK: How much a token tells

  /// An article or preposition.
  static let particle: Float = 0.06
  /// A form of address.
  static let title: Float = 0.12
  /// An initial: one name in twenty begins with it.
  static let initial: Float = 0.25
  /// A number in the name of a person, where it is mostly a date or a rank.
  static let numberOfPerson: Float = 0.3
  /// A number in another name.
  static let numberOfOther: Float = 0.5
  /// A word that many firms bear, whatever its count in the lists.
  static let mostOfCommon: Float = 0.5
  /// A word of institutions that was put into English.
  static let translated: Float = 0.35
  /// What a word loses for each tenfold of parties that bear it, and what is left at least: given and
  /// family names are all borne by many, so that they lose less than the words of firms.
  static let person: (slope: Float, least: Float) = (0.2, 0.45)
  /// The same for words in other names.
  static let other: (slope: Float, least: Float) = (0.33, 0.12)
}
