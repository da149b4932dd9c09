/// Cyrillic letters in Latin, in every way that passports and lists print them.
///
/// Tables: BGN/PCGN 1947 (Russian), 1965/2019 (Ukrainian), 1979 (Belarusian), 2013 (Bulgarian); ISO 9
/// (1995); ICAO Doc 9303. They agree once sounds are compared (kh and h, ts and c, yu and ju); where
/// they do not, as for г, щ, ъ and ё, a word has one spelling for each.
enum CyrillicRomanisation {
  /// The spellings of a word; the usual one first.
  static func spellings(_ word: [UInt32]) -> [[UInt8]] {
    var spellings = [spelled(word, alternative: false)]
    if word.contains(where: { alternatives[lower($0)] != nil }) {
      spellings.append(spelled(word, alternative: true))
    }
    return spellings
  }

  /// The places that a relational adjective may be made of: Муромский of Murom, Ульяновская of Ulyanovsk.
  ///
  /// Lists in Latin letters print the place where Slavic names have its relational adjective in -ск-
  /// (Russian Grammar of the Academy of Sciences, 1980, on the suffix).
  static func placeSpellings(_ word: [UInt32]) -> [[UInt8]] {
    let small = word.map(lower)
    guard
      let place = small.indices.dropFirst(3).first(where: {
        small[$0] == 0x441 && $0 + 1 < small.count && small[$0 + 1] == 0x43A
          && (1...3).contains(small.count - $0 - 2)
          && adjectiveEndings.contains(Array(small[($0 + 2)...]))
      })
    else { return [] }
    return [spelled(Array(word[..<place]), alternative: false)]
      + [spelled(Array(word[...(place + 1)]), alternative: false)]
  }

  private static let adjectiveEndings: Set<[UInt32]> = Set(
    [
      "ий", "ая", "ое", "ие", "ого", "ой", "их", "им", "ом", "ую", "и", "а", "о", "ия", "ият",
      "ата", "ото", "ите", "і", "ай", "ага",
    ]
    .map { $0.unicodeScalars.map(\.value) })

  private static func spelled(_ word: [UInt32], alternative: Bool) -> [UInt8] {
    var letters: [UInt8] = []
    for value in word {
      let small = lower(value)
      if value < 0x80 {
        letters.append(contentsOf: LatinLetters.plain(value) ?? [])
      } else if alternative, let other = alternatives[small] {
        letters.append(contentsOf: other)
      } else {
        letters.append(contentsOf: usual[small] ?? [])
      }
    }
    return letters
  }

  private static func lower(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    case 0x460...0x52F where value & 1 == 0: value + 1
    default: value
    }
  }

  private static func table(_ pairs: [Character: String]) -> [UInt32: [UInt8]] {
    var table: [UInt32: [UInt8]] = [:]
    for (character, letters) in pairs {
      if let scalar = character.unicodeScalars.first { table[scalar.value] = Array(letters.utf8) }
    }
    return table
  }

  private static let usual = table([
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "w", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
    "ѓ": "g", "ќ": "k", "ѕ": "dz", "қ": "k", "ғ": "g", "ң": "n", "ә": "a", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "җ": "j", "ӡ": "z",
  ])

  private static let alternatives = table([
    "г": "h", "щ": "sht", "ъ": "a", "ё": "e", "ч": "tj", "е": "ye",
  ])
}
