extension HanReadings {
  /// How a Han character is read: in Mandarin, then in Korean; nil for a character without a reading.
  static func spellings(_ value: UInt32) -> [[UInt8]]? {
    guard (0x4E00...0x9FA5).contains(value) else { return nil }
    let place = Int(value - 0x4E00)
    guard let mandarin = readings.mandarin[place] else { return nil }
    guard let syllable = readings.korean[place] else { return [mandarin] }
    return [mandarin] + HangulRomanisation.spellings(syllable)
  }

  /// The sounds of a foreign name written in Han, as 奥巴马 is Obama.
  ///
  /// Each syllable of the name is a character, which adds vowels, and l stands for r as well (Xinhua,
  /// Names of the World's Peoples, 1993): consonants alone tell such names apart.
  static func transcribedSounds(_ word: [UInt32]) -> [UInt8] {
    let letters = word.flatMap { spellings($0)?.first ?? [] }
    return SoundSpelling.sounds(letters).map {
      $0 == SoundCode.code("l") || $0 == SoundCode.code("r") ? SoundCode.liquid : $0
    }
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
