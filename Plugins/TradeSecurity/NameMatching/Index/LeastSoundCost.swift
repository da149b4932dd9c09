/// What it costs at least to take one sequence of sounds for another, by their counts alone.
///
/// By `SoundCosts.vowelled`, what changes the class of a consonant, or puts one in or takes one out,
/// costs a whole edit; such an edit settles one consonant on each side, or one consonant and a vowel on
/// the other. What settles a vowel on either side, or one on each, costs 6 twentieths at least. Counts
/// stop at three, which makes no difference greater. (Counting filters: Jokinen, Tarhio and Ukkonen
/// 1996, "A comparison of approximate string matching algorithms".)
enum LeastSoundCost {
  /// The vowels a, e, i, o, u: how often each stands there, three bits each in unary.
  static func vowels(of codes: [UInt8]) -> UInt32 {
    var bits: UInt32 = 0
    for (place, vowel) in vowels.enumerated() {
      let count = min(3, codes.count { $0 == vowel })
      bits |= ((1 << UInt32(count)) - 1) << UInt32(3 * place)
    }
    return bits
  }

  private static let vowels = [SoundCode.a, SoundCode.e, SoundCode.i, SoundCode.o, SoundCode.u]

  /// The least cost in twentieths of an edit, from the consonants and vowels of both sides as bits.
  @inline(__always)
  static func between(
    consonants: UInt32, vowels: UInt32, otherConsonants: UInt32, otherVowels: UInt32
  ) -> Int {
    let ours = (consonants & ~otherConsonants).nonzeroBitCount
    let theirs = (otherConsonants & ~consonants).nonzeroBitCount
    let surplus = ours &- theirs
    let ourVowels = (vowels & ~otherVowels).nonzeroBitCount &- max(0, 0 &- surplus)
    let theirVowels = (otherVowels & ~vowels).nonzeroBitCount &- max(0, surplus)
    return 20 &* max(ours, theirs) &+ 6 &* max(0, max(ourVowels, theirVowels))
  }
}
