/// Kana, Georgian, Armenian and, by the names of their letters, every other script.
enum OtherScripts {
  /// The spelling of a word in Latin letters.
  static func spelling(_ word: [UInt32]) -> [UInt8] {
    var spelled: [UInt8] = []
    var doubles = false
    for value in word {
      let value = (0x30A1...0x30F6).contains(value) ? value - 0x60 : value
      if value == 0x3063 {
        doubles = true
      } else if let small = smallKana[value], !spelled.isEmpty {
        // きゃ is kya, シェ she: the small kana replaces the vowel before it.
        spelled.removeLast()
        if let last = spelled.last, last == 0x68 || last == 0x6A, small.first == 0x79 {
          spelled += small.dropFirst()
        } else {
          spelled += small
        }
      } else if let letters = table[value] ?? LatinLetters.plain(value) ?? named(value) {
        if doubles, let first = letters.first { spelled.append(first) }
        doubles = false
        spelled += letters
      }
    }
    return spelled
  }

  /// The sound in the Unicode name of a letter, such as ka in that of the first Devanagari consonant.
  ///
  /// The vowel in the name of a consonant is inherent, and given up to the vowel sign after it
  /// only by the comparison, for which vowels are cheap.
  private static func named(_ value: UInt32) -> [UInt8]? {
    guard let name = Unicode.Scalar(value)?.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard
      let place = words.firstIndex(where: {
        ["LETTER", "CHARACTER", "SYLLABLE", "SIGN"].contains($0)
      })
    else { return nil }
    let rest = words[(place + 1)...].filter {
      !["VOWEL", "CAPITAL", "SMALL", "INDEPENDENT"].contains($0)
    }
    guard let sound = rest.first, !silent.contains(String(sound)) else { return nil }
    return sound.lowercased().utf8.filter { $0 >= 0x61 && $0 <= 0x7A }
  }

  private static let silent: Set<String> = [
    "VIRAMA", "VISARGA", "NUKTA", "COENG", "TRIISAP", "MUUSIKATOAN", "BANTOC", "THANTHAKHAT", "MAI",
    "ASAT", "AVAGRAHA", "CANDRABINDU", "PINTHU", "REAHMUK", "TOANDAKHIAT",
  ]

  private static let smallKana: [UInt32: [UInt8]] = [
    0x3083: Array("ya".utf8), 0x3085: Array("yu".utf8), 0x3087: Array("yo".utf8),
    0x3041: Array("a".utf8), 0x3043: Array("i".utf8), 0x3045: Array("u".utf8),
    0x3047: Array("e".utf8), 0x3049: Array("o".utf8),
  ]

  private static let table: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    func add(_ letters: String, _ spellings: [String]) {
      for (scalar, spelling) in zip(letters.unicodeScalars, spellings) {
        table[scalar.value] = Array(spelling.utf8)
      }
    }
    func add(_ letters: String, _ spellings: String) {
      add(letters, spellings.split(separator: " ").map { $0 == "-" ? "" : String($0) })
    }
    // Modified Hepburn (ALA-LC).
    add("あいうえおかきくけこさしすせそ", "a i u e o ka ki ku ke ko sa shi su se so")
    add("たちつてとなにぬねのはひふへほ", "ta chi tsu te to na ni nu ne no ha hi fu he ho")
    add("まみむめもやゆよらりるれろわをん", "ma mi mu me mo ya yu yo ra ri ru re ro wa o n")
    add("がぎぐげござじずぜぞだぢづでど", "ga gi gu ge go za ji zu ze zo da ji zu de do")
    add("ばびぶべぼぱぴぷぺぽゔ", "ba bi bu be bo pa pi pu pe po vu")
    table[0x30FC] = []
    // Georgian national system (2002); Armenian BGN/PCGN 1981.
    add(
      "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
      "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h")
    add(
      "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
      "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev")
    add(
      "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ",
      "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f")
    return table
  }()
}
