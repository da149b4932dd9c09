/// A particle of Korean whose form follows the sound that the word before it ends in.
///
/// ```swift
/// KoreanParticle.topic.after("중국")  // "중국은"
/// KoreanParticle.topic.after("호주")  // "호주는"
/// ```
public enum KoreanParticle: Sendable {
  /// 은, 는.
  case topic
  /// 이, 가.
  case subject
  /// 을, 를.
  case object
  /// 과, 와.
  case with
  /// 으로, 로.
  case direction
  /// 이, or nothing: the stem of the copula, as in 이며 and 며.
  case copula

  /// The word with the particle behind it.
  ///
  /// What stands in brackets at the end is not read aloud. Where the last sound is not known, as of
  /// a foreign word, both forms are written: `GDP은(는)`.
  public func after(_ word: String) -> String { word + form(after: word) }

  /// The form that follows a word.
  public func form(after word: String) -> String {
    guard let ending = KoreanParticle.ending(of: word) else { return open }
    switch self {
    case .direction: return ending == .consonant ? "으로" : "로"
    default: return ending == .vowel ? afterVowel : afterConsonant
    }
  }

  private enum Ending {
    case vowel, rieul, consonant
  }

  private var afterConsonant: String {
    switch self {
    case .topic: "은"
    case .subject, .copula: "이"
    case .object: "을"
    case .with: "과"
    case .direction: "으로"
    }
  }

  private var afterVowel: String {
    switch self {
    case .topic: "는"
    case .subject: "가"
    case .object: "를"
    case .with: "와"
    case .direction: "로"
    case .copula: ""
    }
  }

  private var open: String {
    switch self {
    case .direction: "(으)로"
    case .copula: "이"
    default: "\(afterConsonant)(\(afterVowel))"
    }
  }

  private static func ending(of word: String) -> Ending? {
    var depth = 0
    for scalar in word.unicodeScalars.reversed() {
      switch scalar {
      case ")": depth += 1
      case "(": depth -= 1
      case " ", "'", "\"", "’", "”": continue
      default:
        if depth == 0 { return ending(of: scalar) }
      }
    }
    return nil
  }

  private static func ending(of scalar: Unicode.Scalar) -> Ending? {
    switch scalar.value {
    case 0xAC00...0xD7A3:
      // A syllable is 28 finals apart from the next vowel; final 8 is rieul (Unicode, section 3.12).
      switch (scalar.value - 0xAC00) % 28 {
      case 0: .vowel
      case 8: .rieul
      default: .consonant
      }
    // As the digits are read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; the sign as 퍼센트.
    case 0x30, 0x33, 0x36: .consonant
    case 0x31, 0x37, 0x38: .rieul
    case 0x32, 0x34, 0x35, 0x39, 0x25: .vowel
    default: nil
    }
  }
}
