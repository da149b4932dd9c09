#if canImport(Glibc)
  internal import Glibc
#endif

/// How much a word tells about who bears it.
///
/// The inverse document frequency (Sparck Jones 1972), on fixed counts, so that a score never depends
/// on which lists are loaded: what was compared yesterday compares the same today.
enum WordWeights {
  /// The weight of a word in the name of a person, 0 to 1.
  static func person(_ codes: [UInt8]) -> Float {
    weight(peopleCounts[StableHash.of(codes)] ?? 0, TokenWeights.person)
  }

  /// The weight of a word in any other name.
  static func other(_ codes: [UInt8]) -> Float {
    weight(otherCounts[StableHash.of(codes)] ?? 0, TokenWeights.other)
  }

  private static func weight(_ count: Int, _ loss: (slope: Float, least: Float)) -> Float {
    count < 4 ? 1 : max(loss.least, 1 - loss.slope * log10(Float(count) / 3))
  }

  private static let peopleCounts = counts(WordCounts.people)
  private static let otherCounts = counts(WordCounts.others)

  private static func counts(_ classes: [(least: Int, words: StaticString)]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for (least, words) in classes {
      for word in words.description.split(separator: " ") {
        let letters = ArabicSpelling.unified(Array(word.utf8))
        counts[StableHash.of(SoundSpelling.sounds(letters)), default: 0] += least * 4 / 3
      }
    }
    return counts
  }
}

/// The one spelling of Arabic compounds that Latin letters write in many ways.
enum ArabicSpelling {
  /// A word of small ASCII letters with `abdul`, `-ullah` and `-uddin` written `abdal`, `-allah` and
  /// `-aldin`, so that they meet Abd al-, Allah and al-Din.
  static func unified(_ letters: [UInt8]) -> [UInt8] {
    var letters = letters
    for prefix in prefixes where letters.starts(with: prefix) {
      letters.replaceSubrange(0..<prefix.count, with: abdal)
      break
    }
    for (suffix, plain) in suffixes where letters.count >= suffix.count {
      let start = letters.count - suffix.count
      if letters[start...].elementsEqual(suffix) {
        letters.replaceSubrange(start..., with: plain)
        break
      }
    }
    return letters
  }

  private static let abdal = Array("abdal".utf8)
  private static let prefixes = ["abdoul", "abdul", "abdel", "abdol", "abdou l"].map {
    Array($0.utf8)
  }
  private static let suffixes: [([UInt8], [UInt8])] = [
    ("ullah", "allah"), ("ollah", "allah"), ("oullah", "allah"), ("ulla", "allah"),
    ("olah", "allah"),
    ("uddin", "aldin"), ("eddin", "aldin"), ("eddine", "aldin"), ("uddeen", "aldin"),
    ("addin", "aldin"),
    ("ulah", "allah"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
