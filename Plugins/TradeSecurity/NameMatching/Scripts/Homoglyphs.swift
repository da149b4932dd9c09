/// Letters of Cyrillic and Greek that look like Latin ones, and are typed to slip through.
///
/// The pairs are those of Unicode Technical Standard 39 (confusables) for capital and small letters.
enum Homoglyphs {
  /// The Latin letter that a Cyrillic or Greek letter looks like; nil when it looks like none.
  static func latin(_ value: UInt32) -> UInt32? { toLatin[value] }

  /// The Cyrillic letter that a Latin letter looks like.
  static func cyrillic(_ value: UInt32) -> UInt32? { toCyrillic[value] }

  private static let pairs: [(other: Character, latin: Character)] = [
    ("А", "A"), ("В", "B"), ("Е", "E"), ("К", "K"), ("М", "M"), ("Н", "H"), ("О", "O"), ("Р", "P"),
    ("С", "C"), ("Т", "T"), ("У", "Y"), ("Х", "X"), ("І", "I"), ("Ј", "J"), ("Ѕ", "S"), ("Ԍ", "G"),
    ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"), ("у", "y"), ("х", "x"), ("і", "i"),
    ("ј", "j"), ("ѕ", "s"), ("ԁ", "d"), ("ԛ", "q"), ("ԝ", "w"), ("һ", "h"), ("к", "k"), ("м", "m"),
    ("т", "t"), ("в", "b"), ("н", "h"), ("г", "r"), ("п", "n"), ("З", "3"), ("з", "3"),
  ]
  private static let greek: [(other: Character, latin: Character)] = [
    ("Α", "A"), ("Β", "B"), ("Ε", "E"), ("Ζ", "Z"), ("Η", "H"), ("Ι", "I"), ("Κ", "K"), ("Μ", "M"),
    ("Ν", "N"), ("Ο", "O"), ("Ρ", "P"), ("Τ", "T"), ("Υ", "Y"), ("Χ", "X"), ("ο", "o"), ("ν", "v"),
    ("α", "a"), ("ι", "i"), ("ρ", "p"), ("υ", "u"), ("κ", "k"), ("τ", "t"),
  ]

  private static func value(_ character: Character) -> UInt32 {
    character.unicodeScalars.first?.value ?? 0
  }
  private static let toLatin = Dictionary(
    (pairs + greek).map { (value($0.other), value($0.latin)) },
    uniquingKeysWith: { first, _ in first })
  private static let toCyrillic = Dictionary(
    pairs.map { (value($0.latin), value($0.other)) }, uniquingKeysWith: { first, _ in first })
}
