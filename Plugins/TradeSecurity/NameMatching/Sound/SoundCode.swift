/// The sounds that names are compared in, one byte each.
///
/// a, e, i, o, u are vowels; b, d, f, g, h, j, k, l, m, n, p, r, s, t, v, z consonants; the letters
/// that spelling makes superfluous stand for what needs two in English, and four codes for what one
/// letter leaves open.
enum SoundCode {
  /// ch as in China.
  static let tsh: UInt8 = 3
  /// sh.
  static let sh: UInt8 = 24
  /// zh as in Zhukov.
  static let zh: UInt8 = 17
  /// Kana r: l or r.
  static let liquid: UInt8 = 23
  /// Arabic waw: w, v, u or o.
  static let waw: UInt8 = 25
  /// Arabic dhal, dad and za: d, z or dh.
  static let emphatic: UInt8 = 27
  /// Arabic tha: th, t or s.
  static let tha: UInt8 = 28
  /// The digit 0; the others follow.
  static let digit: UInt8 = 32
  /// One more than the highest code.
  static let count = 42

  /// The code of a symbol: a small letter, a digit, or C, S, Z, L, W, D, T for the rest.
  static func ofSymbol(_ symbol: UInt8) -> UInt8? {
    switch symbol {
    case 0x61...0x7A: symbol & 31
    case 0x30...0x39: digit + symbol - 0x30
    case 0x43: tsh
    case 0x53: sh
    case 0x5A: zh
    case 0x4C: liquid
    case 0x57: waw
    case 0x44: emphatic
    case 0x54: tha
    default: nil
    }
  }

  static let a = code("a"), e = code("e"), i = code("i"), o = code("o"), u = code("u")

  /// The code of a letter.
  static func code(_ letter: Unicode.Scalar) -> UInt8 { UInt8(letter.value & 31) }

  /// Whether it is a vowel.
  @inline(__always)
  static func isVowel(_ code: UInt8) -> Bool {
    code < 32 && (1 << UInt32(code)) & vowelMask != 0
  }

  /// Whether it leaves open what it sounds like.
  @inline(__always)
  static func isOpen(_ code: UInt8) -> Bool {
    code == liquid || code == waw || code == emphatic || code == tha
  }

  private static let vowelMask: UInt32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21

  /// The class of sounds that are cheap to take for one another; nil for vowels, h and open codes.
  static func consonantClass(_ code: UInt8) -> Int? {
    code < classes.count && classes[Int(code)] >= 0 ? Int(classes[Int(code)]) : nil
  }

  private static let classes: [Int8] = {
    var classes = [Int8](repeating: -1, count: 32)
    for (place, letters) in ["pbfv", "td", "sz", "kg", "m", "n", "l", "r"].enumerated() {
      for letter in letters.utf8 { classes[Int(letter & 31)] = Int8(place) }
    }
    for code in [tsh, sh, zh, SoundCode.code("j")] { classes[Int(code)] = 2 }
    return classes
  }()
}
