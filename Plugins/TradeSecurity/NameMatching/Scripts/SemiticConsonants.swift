/// Arabic and Hebrew letters as sounds, vowels left out as the scripts leave them out.
///
/// A spelling here is in `SoundCode`s, not in Latin letters, because one letter stands for several
/// sounds: ذ is dh, z or d, و is w, u, o or v. Letters after BGN/PCGN 1956 (Arabic), 1958 (Persian)
/// and the Urdu system of the Library of Congress.
enum SemiticConsonants {
  /// The sounds of a word.
  static func sounds(_ word: [UInt32]) -> [UInt8] {
    var sounds: [UInt8] = []
    for value in word {
      for sound in table[value] ?? [] where sounds.last != sound || sound >= SoundCode.digit {
        sounds.append(sound)
      }
    }
    return sounds
  }

  /// A word without the article ال, and whether it had one.
  static func withoutArticle(_ word: [UInt32]) -> [UInt32] {
    // الله is a name of its own; the article before fewer than two letters is no article.
    guard word.count > 3, word[0] == 0x627, word[1] == 0x644, word != allah else { return word }
    return Array(word.dropFirst(2))
  }

  /// Abd and the name behind it where they are written as one word, as in عبدالرحمن.
  static func servantOf(_ word: [UInt32]) -> (servant: [UInt32], name: [UInt32])? {
    guard word.count > servantAndArticle.count + 1, word.starts(with: servantAndArticle) else {
      return nil
    }
    return (Array(word.prefix(3)), Array(word.dropFirst(3)))
  }

  private static let servantAndArticle: [UInt32] = [0x639, 0x628, 0x62F, 0x627, 0x644]
  private static let allah: [UInt32] = [0x627, 0x644, 0x644, 0x647]

  private static let table: [UInt32: [UInt8]] = {
    let pairs: [(String, String)] = [
      ("اأإآٱىءؤئةﺎﺍ", "a"), ("ب", "b"), ("پ", "p"), ("ت", "t"), ("ث", "T"), ("ج", "j"), ("چ", "C"),
      ("ح", "h"), ("خ", "h"), ("د", "d"), ("ذ", "D"), ("ر", "r"), ("ز", "z"), ("ژ", "Z"),
      ("س", "s"),
      ("ش", "S"), ("ص", "s"), ("ض", "D"), ("ط", "t"), ("ظ", "D"), ("ع", ""), ("غ", "g"), ("ف", "f"),
      ("ق", "k"), ("ك", "k"), ("ک", "k"), ("گ", "g"), ("ڭ", "g"), ("ل", "l"), ("م", "m"),
      ("ن", "n"),
      ("ں", "n"), ("ه", "h"), ("ہ", "h"), ("ھ", "h"), ("ۀ", "h"), ("و", "W"), ("ي", "i"),
      ("ی", "i"),
      ("ے", "i"), ("ې", "i"), ("ټ", "t"), ("ډ", "d"), ("ړ", "r"), ("ڑ", "r"), ("ٹ", "t"),
      ("ڈ", "d"),
      ("ڤ", "f"), ("א", "a"), ("ב", "b"), ("ג", "g"), ("ד", "d"), ("ה", "h"), ("ו", "W"),
      ("ז", "z"),
      ("ח", "h"), ("ט", "t"), ("י", "i"), ("כ", "k"), ("ך", "k"), ("ל", "l"), ("מ", "m"),
      ("ם", "m"),
      ("נ", "n"), ("ן", "n"), ("ס", "s"), ("ע", "a"), ("פ", "p"), ("ף", "f"), ("צ", "s"),
      ("ץ", "s"),
      ("ק", "k"), ("ר", "r"), ("ש", "S"), ("ת", "t"),
    ]
    var table: [UInt32: [UInt8]] = [:]
    for (letters, sounds) in pairs {
      let codes = sounds.utf8.compactMap { SoundCode.ofSymbol($0) }
      for letter in letters.unicodeScalars { table[letter.value] = codes }
    }
    for digit in UInt32(0)...9 {
      table[0x660 + digit] = [SoundCode.digit + UInt8(digit)]
      table[0x6F0 + digit] = [SoundCode.digit + UInt8(digit)]
    }
    return table
  }()
}
