extension HanReadings {
  /// How a Han character is read: in Mandarin, then in Korean; nil for a character without a reading.
  static func spellings(_ value: UInt32) -> [[UInt8]]? {
    guard (0x4E00...0x9FA5).contains(value) else { return nil }
    let place = Int(value - 0x4E00)
    guard let mandarin = readings.mandarin[place] else { return nil }
    guard let syllable = readings.korean[place] else { return [mandarin] }
    return [mandarin] + HangulRomanisation.spellings(syllable)
  }

  private static let readings: (mandarin: [[UInt8]?], korean: [UInt32?]) = {
    let count = 0x9FA6 - 0x4E00
    var mandarinOf = [[UInt8]?](repeating: nil, count: count)
    var koreanOf = [UInt32?](repeating: nil, count: count)
    for (reading, characters) in mandarin {
      let letters = Array(reading.description.utf8)
      for scalar in characters.description.unicodeScalars {
        mandarinOf[Int(scalar.value - 0x4E00)] = letters
      }
    }
    for (reading, characters) in korean {
      guard let syllable = reading.description.unicodeScalars.first?.value else { continue }
      for scalar in characters.description.unicodeScalars {
        koreanOf[Int(scalar.value - 0x4E00)] = syllable
      }
    }
    return (mandarinOf, koreanOf)
  }()
}
