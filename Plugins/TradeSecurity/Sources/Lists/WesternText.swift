internal import Tabular

/// The text of files that are in UTF-8 or, as older lists of the UK, in Windows-1252.
enum WesternText {
  /// A field with single blanks between its words.
  static func of(_ record: CSVRecord, _ index: Int) -> String {
    let text = record.text(index) ?? decoded(record.raw(index))
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Bytes of Windows-1252; the five that it leaves open become a replacement character.
  static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }

  // The bytes 0x80 to 0x9F of Windows-1252 (WHATWG Encoding Standard, index windows-1252).
  private static let upper: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
