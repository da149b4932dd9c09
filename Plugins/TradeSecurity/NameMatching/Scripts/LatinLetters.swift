/// Latin letters as plain lower-case ASCII, without any call to a Unicode library for a query.
enum LatinLetters {
  /// The plain letters of a Latin letter or digit; nil where it has none.
  static func plain(_ value: UInt32) -> [UInt8]? {
    if value < 0x80 {
      let byte = UInt8(value)
      return [byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte]
    }
    guard value < 0x250 || (0x1E00...0x1EFF).contains(value) else { return special[value] }
    let position = Int(value < 0x250 ? value - 0x80 : value - 0x1E00 + 0x1D0)
    let found = table[position]
    return found.isEmpty ? nil : found
  }

  /// Letters without a base letter in their Unicode name.
  private static let special: [UInt32: [UInt8]] = [
    0xDF: Array("ss".utf8), 0xC6: Array("ae".utf8), 0xE6: Array("ae".utf8),
    0x152: Array("oe".utf8), 0x153: Array("oe".utf8), 0xD8: Array("o".utf8),
    0xF8: Array("o".utf8), 0xDE: Array("th".utf8), 0xFE: Array("th".utf8), 0xD0: Array("d".utf8),
    0xF0: Array("d".utf8), 0x131: Array("i".utf8), 0x138: Array("k".utf8),
    0x14A: Array("ng".utf8), 0x14B: Array("ng".utf8), 0x18F: Array("a".utf8),
    0x259: Array("a".utf8), 0x132: Array("ij".utf8), 0x133: Array("ij".utf8),
    0x149: Array("n".utf8), 0x1DD: Array("a".utf8),
  ]

  /// Unicode names such a letter after its base (`LATIN SMALL LETTER E WITH ACUTE`), so that the
  /// table needs no data of its own.
  private static let table: [[UInt8]] = {
    (Array(0x80...0x24F) + Array(0x1E00...0x1EFF)).map { value in
      if let letters = special[UInt32(value)] { return letters }
      guard let name = Unicode.Scalar(UInt32(value))?.properties.name else { return [] }
      let words = name.split(separator: " ")
      guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
        words[3].utf8.count <= 2
      else { return [] }
      return Array(words[3].lowercased().utf8)
    }
  }()
}
