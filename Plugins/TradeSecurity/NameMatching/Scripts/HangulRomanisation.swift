/// Hangul in Latin letters, in the ways that names are printed.
///
/// Revised Romanisation (2000), McCune-Reischauer (1939), its North Korean variety, and the customary
/// spellings of surnames. The systems agree once sounds are compared, where g and k, d and t, b and p,
/// j and ch are near and eo and o, eu and u the same; what is left are the initial-sound law (ㄹ and ㄴ
/// at the start: 리 ri, i, lee; 렴 ryom, yom) and surnames.
enum HangulRomanisation {
  /// The spellings of a syllable; the first is the one by rule.
  static func spellings(_ value: UInt32) -> [[UInt8]] {
    guard (0xAC00...0xD7A3).contains(value) else { return [] }
    let index = Int(value - 0xAC00)
    let (onset, vowel, coda) = (index / 588, index % 588 / 28, index % 28)
    let tail = vowels[vowel] + codas[coda]
    var spellings = [onsets[onset] + tail]
    if onset == 5 || onset == 2 {
      // The law of initial sounds: ㄹ and ㄴ are silent before i and y, and ㄹ is n elsewhere.
      let isSoft = [2, 3, 6, 7, 12, 17, 20].contains(vowel)
      spellings.append(isSoft ? tail : "n" + tail)
      if onset == 5 { spellings.append("l" + tail) }
    }
    if onset == 11, [2, 3, 6, 7, 12, 17, 20].contains(vowel) { spellings.append("r" + tail) }
    if let scalar = Unicode.Scalar(value) {
      spellings += surnames[Character(scalar)] ?? []
    }
    return spellings.map { Array($0.utf8) }
  }

  private static let onsets = [
    "k", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
  ]
  private static let vowels = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
  ]
  private static let codas = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
  ]

  /// Customary spellings of surnames (National Institute of Korean Language, survey of 2007 and 2011).
  private static let surnames: [Character: [String]] = [
    "김": ["gim", "kim"], "이": ["lee", "yi", "rhee"], "리": ["lee", "yi", "rhee"],
    "박": ["park", "pak"], "최": ["choi", "choe"], "정": ["chung", "jung"], "강": ["kang"],
    "조": ["cho", "jo"], "윤": ["yoon"], "장": ["chang"], "임": ["lim", "rim"], "림": ["lim"],
    "오": ["oh"], "신": ["shin"], "유": ["yoo", "ryu"], "류": ["yoo", "ryu"], "안": ["ahn"],
    "노": ["roh", "noh"], "로": ["roh"], "우": ["woo"], "백": ["paik", "paek"], "허": ["huh", "hur"],
    "남": ["nam"], "심": ["shim"], "문": ["moon"], "손": ["sohn"], "배": ["bae", "pai"],
    "황": ["whang"], "서": ["suh", "so"], "권": ["kwon"], "곽": ["kwak"], "변": ["byun", "pyon"],
    "주": ["joo", "chu"], "구": ["koo", "ku"], "원": ["won"], "천": ["chun"], "석": ["suk"],
    "현": ["hyun", "hyon"], "훈": ["hoon"], "성": ["sung"], "영": ["young"], "순": ["soon"],
  ]
}
