/// The writing systems that names are read in.
enum WritingSystem: UInt8, Sendable {
  case latin, cyrillic, greek, arabic, hebrew, hangul, han, kana, other

  /// Whether its letters leave most vowels out.
  var isVowelless: Bool { self == .arabic || self == .hebrew }

  /// Whether names in it stand without spaces between their parts.
  var isUnspaced: Bool { self == .hangul || self == .han }

  /// The writing system of a letter or digit; nil for any other character.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0...0xBF: return nil
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      guard scalar.value != 0xD7, scalar.value != 0xF7 else { return nil }
      self = .latin
    case 0x250...0x2FF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x590...0x5FF, 0xFB1D...0xFB4F: self = .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: self = .arabic
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: self = .hangul
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .kana
    case 0x3005, 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
    default: self = .other
    }
    if scalar.value > 0x24F, !WritingSystem.isPartOfWord(scalar) { return nil }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
