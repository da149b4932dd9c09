/// Latin letters read as sounds, so that the spellings of one name in many languages meet.
///
/// The rules are those of the romanisations that lists print: BGN/PCGN, ISO 9, the Swedish, Dutch,
/// German, French, Polish and Baltic customs for Cyrillic, Wade-Giles and Hanyu Pinyin, Revised
/// Romanisation and McCune-Reischauer, and the habits of English for Arabic. In the tradition of
/// Soundex (Russell 1918) and Metaphone (Philips 1990), but vowels are kept.
enum SoundSpelling {
  /// The sounds of a word of small ASCII letters and digits.
  ///
  /// - Parameters:
  ///   - letters: the word.
  ///   - readsJAsVowel: whether j is the y of Slavic and Nordic spelling, not the j of Jamal.
  static func sounds(_ letters: [UInt8], readsJAsVowel: Bool = false) -> [UInt8] {
    var reader = Reader(letters: letters, readsJAsVowel: readsJAsVowel)
    return reader.read()
  }

  private struct Reader {
    let letters: [UInt8]
    let readsJAsVowel: Bool
    var sounds: [UInt8] = []
    var place = 0

    init(letters: [UInt8], readsJAsVowel: Bool) {
      self.letters = letters
      self.readsJAsVowel = readsJAsVowel
      sounds.reserveCapacity(letters.count)
    }

    mutating func read() -> [UInt8] {
      while place < letters.count { readNext() }
      return sounds
    }

    private func letter(_ offset: Int) -> UInt8 {
      let index = place + offset
      return index >= 0 && index < letters.count ? letters[index] : 0
    }

    private func isVowel(_ letter: UInt8) -> Bool {
      letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75
    }

    private func follows(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard place + count <= letters.count else { return false }
      return text.withUTF8Buffer { wanted in
        (0..<count).allSatisfy { letters[place + $0] == wanted[$0] }
      }
    }

    private mutating func take(_ count: Int, _ codes: UInt8...) {
      for code in codes where sounds.last != code || code >= SoundCode.digit { sounds.append(code) }
      place += count
    }

    private mutating func readNext() {
      let current = letter(0)
      switch current {
      case 0x30...0x39: take(1, SoundCode.digit + current - 0x30)
      case 0x63: readC()
      case 0x73: readS()
      case 0x74: readT()
      case 0x7A: readZ()
      case 0x78: readX()
      case 0x6B, 0x67, 0x70, 0x64, 0x62: readStop(current)
      case 0x71: take(letter(1) == 0x75 && isVowel(letter(2)) ? 2 : 1, SoundCode.code("k"))
      case 0x66:
        // A final ff is the v of -ov in French and German spelling.
        take(
          follows("ff") && place + 2 == letters.count ? 2 : 1,
          follows("ff") && place + 2 == letters.count ? SoundCode.code("v") : SoundCode.code("f"))
      case 0x77: readW()
      case 0x6A: readJ()
      case 0x79: readY()
      case 0x61, 0x65, 0x69, 0x6F, 0x75: readVowel(current)
      default: take(1, current & 31)
      }
    }

    private mutating func readC() {
      if follows("ch") { return take(2, SoundCode.tsh) }
      if follows("cz") { return take(2, SoundCode.tsh) }
      if follows("ck") { return take(2, SoundCode.code("k")) }
      let next = letter(1)
      if next == 0 && letter(-1) == 0x69 && letters.count > 3 { return take(1, SoundCode.tsh) }
      take(
        1, next == 0x65 || next == 0x69 || next == 0x79 ? SoundCode.code("s") : SoundCode.code("k"))
    }

    private mutating func readS() {
      if follows("shch") { return take(4, SoundCode.sh) }
      if follows("schtsch") { return take(7, SoundCode.sh) }
      if follows("sch") { return take(3, SoundCode.sh) }
      if follows("sh") || follows("sj") { return take(2, SoundCode.sh) }
      if follows("sz") { return take(2, SoundCode.sh) }
      take(1, SoundCode.code("s"))
    }

    private mutating func readT() {
      if follows("tsch") { return take(4, SoundCode.tsh) }
      if follows("tsh") || follows("tch") || follows("tsj") { return take(3, SoundCode.tsh) }
      if follows("tj") { return take(2, SoundCode.tsh) }
      if follows("th") { return take(2, SoundCode.code("t")) }
      if follows("ts") { return take(2, SoundCode.code("s")) }
      if follows("tz") { return take(2, SoundCode.code("z")) }
      take(1, SoundCode.code("t"))
    }

    private mutating func readZ() {
      if follows("zh") || follows("zj") { return take(2, SoundCode.zh) }
      take(1, SoundCode.code("z"))
    }

    private mutating func readX() {
      // Xi and Xu of Pinyin; x elsewhere is ks.
      if place == 0 { return take(1, SoundCode.sh) }
      take(1, SoundCode.code("k"), SoundCode.code("s"))
    }

    private mutating func readStop(_ current: UInt8) {
      if current == 0x6B, letter(1) == 0x68 { return take(2, SoundCode.code("h")) }
      if current == 0x70, letter(1) == 0x68 { return take(2, SoundCode.code("f")) }
      if current == 0x64, follows("dzh") { return take(3, SoundCode.code("j")) }
      if current == 0x64, follows("dj") { return take(2, SoundCode.code("j")) }
      if letter(1) == 0x68 { return take(2, current & 31) }
      take(1, current & 31)
    }

    private mutating func readW() {
      // w is a vowel behind a, as in Rawi and Mawla before a consonant.
      if letter(-1) == 0x61, !isVowel(letter(1)) { return take(1, SoundCode.u) }
      take(1, SoundCode.code("v"))
    }

    private mutating func readJ() {
      let next = letter(1)
      let isVowelBefore = isVowel(letter(-1))
      if isVowelBefore, !isVowel(next) { return take(1, SoundCode.i) }
      guard readsJAsVowel else { return take(1, SoundCode.code("j")) }
      readGlide(next, isVowelBefore: isVowelBefore)
    }

    private mutating func readY() {
      readGlide(letter(1), isVowelBefore: isVowel(letter(-1)))
    }

    /// The y of Yelena and Sergeyevich is not heard before e; elsewhere it is i.
    private mutating func readGlide(_ next: UInt8, isVowelBefore: Bool) {
      if next == 0x65, place == 0 || isVowelBefore { return take(1) }
      take(1, SoundCode.i)
    }

    private mutating func readVowel(_ current: UInt8) {
      if follows("oo") || follows("ou") { return take(2, SoundCode.u) }
      if follows("ee") { return take(2, SoundCode.i) }
      if follows("eu") && isKoreanPlace { return take(2, SoundCode.u) }
      if follows("eo") || follows("oe") { return take(2, SoundCode.o) }
      if follows("ie") { return take(2, SoundCode.i) }
      if follows("ae") { return take(2, SoundCode.a, SoundCode.i) }
      if follows("ue") && place > 0 { return take(2, SoundCode.u) }
      take(1, current & 31)
    }

    /// eu between consonants is the one vowel of Korean; Euro and Reuter are left alone.
    private var isKoreanPlace: Bool { place > 0 && letter(2) != 0x72 && !isVowel(letter(2)) }
  }
}
