/// Letters and digits that are taken for each other, by a scanner or on purpose.
enum MisreadDigits {
  /// Letters among digits that were misread, as in 864O.
  static func asDigits(_ letters: [UInt8]) -> [UInt8] {
    let digits = letters.count { $0 < 0x3A }
    let read: [UInt8: UInt8] = [
      0x6F: 0x30, 0x6C: 0x31, 0x69: 0x31, 0x73: 0x35, 0x62: 0x38, 0x7A: 0x32,
    ]
    guard digits >= 2, digits < letters.count,
      letters.allSatisfy({ $0 < 0x3A || read[$0] != nil })
    else { return letters }
    return letters.map { read[$0] ?? $0 }
  }

  /// The words that a word with digits may be where they are letters misread or in disguise, as in
  /// Ig0r Sech1n; 1 is i or l.
  static func asLetters(_ letters: [UInt8]) -> [[UInt8]] {
    let digits = letters.count { $0 < 0x3A }
    guard digits > 0, digits * 2 <= letters.count else { return [] }
    let read: [UInt8: UInt8] = [
      0x30: 0x6F, 0x32: 0x7A, 0x33: 0x65, 0x34: 0x61, 0x35: 0x73, 0x36: 0x62, 0x38: 0x62,
      0x39: 0x67,
    ]
    let ones: [UInt8] = letters.contains(0x31) ? [0x69, 0x6C] : [0x69]
    return ones.map { one in letters.map { $0 == 0x31 ? one : read[$0] ?? $0 } }
  }
}
