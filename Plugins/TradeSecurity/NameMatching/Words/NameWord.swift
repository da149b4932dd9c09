/// A word of a name as it stands, in one writing system.
struct NameWord: Equatable {
  /// Its letters, homoglyphs already put into the script of the word.
  var scalars: [UInt32]
  /// The script.
  var system: WritingSystem
  /// Whether a dot without a space joins it to the word before, as in S.A.
  var isGluedByDot: Bool
  /// Whether a dot at mid-height stands between it and a neighbour, as in 贝拉克·奥巴马: Han and
  /// Hangul part the words of foreign names so.
  var isTranscribed = false
}

/// Splits a text into words.
enum NameWords {
  /// The words of a text, at most `limit`; the rest of a longer text is left out.
  static func split(_ text: String, limit: Int = 40) -> [NameWord] {
    var words: [NameWord] = []
    var current: [UInt32] = []
    var systems: [WritingSystem] = []
    var dotBefore = false
    var gluedByDot = false
    var midDotBefore = false
    func isAlphabet(_ system: WritingSystem) -> Bool {
      system == .latin || system == .cyrillic || system == .greek
    }
    func flush() {
      guard !current.isEmpty else { return }
      var next = word(current, systems, isGluedByDot: gluedByDot)
      if midDotBefore, let last = words.last, last.system == next.system {
        words[words.count - 1].isTranscribed = true
        next.isTranscribed = true
      }
      midDotBefore = false
      words.append(next)
      current = []
      systems = []
    }
    let scalars = Array(text.unicodeScalars.prefix(longestText))
    for (place, scalar) in scalars.enumerated() {
      guard words.count < limit else { break }
      let value = unified(scalar.value)
      if isInvisible(value) { continue }
      if value == 0x26 || value == 0x2B {
        flush()
        words.append(
          NameWord(scalars: [0x61, 0x6E, 0x64], system: .latin, isGluedByDot: false))
        continue
      }
      if let expanded = expansions[value] {
        flush()
        words.append(NameWord(scalars: expanded, system: .hangul, isGluedByDot: false))
        continue
      }
      guard let unit = Unicode.Scalar(value), let system = WritingSystem(unit) else {
        if apostrophes.contains(value) { continue }
        flush()
        dotBefore = value == 0x2E
        midDotBefore = value == 0xB7 || value == 0x30FB || value == 0x2022
        continue
      }
      if let last = systems.last, last != system, !(isAlphabet(last) && isAlphabet(system)),
        !isDigit(value), !(current.last.map(isDigit) ?? false)
      {
        flush()
      } else if isCamel(current, value, place + 1 < scalars.count ? scalars[place + 1] : nil) {
        flush()
      }
      if current.isEmpty {
        gluedByDot = dotBefore
        dotBefore = false
      }
      if current.count < 80 {
        current.append(value)
        systems.append(system)
      }
    }
    flush()
    return areReversed(words) ? words.map(reversed) : words
  }

  /// Whether every word ends with its only capital, as in nituP rimidalV: a text typed backwards.
  private static func areReversed(_ words: [NameWord]) -> Bool {
    let capitals: ClosedRange<UInt32> = 0x41...0x5A
    return !words.isEmpty
      && words.allSatisfy { word in
        word.system == .latin && word.scalars.count > 2
          && word.scalars.last.map(capitals.contains) == true
          && !word.scalars.dropLast().contains(where: capitals.contains)
      }
  }

  private static func reversed(_ word: NameWord) -> NameWord {
    NameWord(scalars: word.scalars.reversed(), system: word.system, isGluedByDot: false)
  }

  /// The longest text that is read; the rest of a longer one is left out.
  private static let longestText = 2_000

  private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

  /// Whether a capital begins a second word, as in RamiMakhlouf; McDonald, LeBron and GmbH stay whole.
  private static func isCamel(_ current: [UInt32], _ value: UInt32, _ next: Unicode.Scalar?) -> Bool
  {
    let capitals: ClosedRange<UInt32> = 0x41...0x5A
    guard current.count >= 3, capitals.contains(value), let last = current.last,
      (0x61...0x7A).contains(last), next.map({ WritingSystem($0) == .latin }) ?? false
    else { return false }
    return current.dropFirst().allSatisfy { !capitals.contains($0) }
  }

  private static func word(
    _ scalars: [UInt32], _ systems: [WritingSystem], isGluedByDot: Bool
  ) -> NameWord {
    var counts = [Int](repeating: 0, count: 9)
    for (value, system) in zip(scalars, systems) where !isDigit(value) {
      counts[Int(system.rawValue)] += 1
    }
    let latin = counts[Int(WritingSystem.latin.rawValue)]
    let cyrillic = counts[Int(WritingSystem.cyrillic.rawValue)]
    let greek = counts[Int(WritingSystem.greek.rawValue)]
    var scalars = readCapitalAsI(scalars)
    var system = systems.last { _ in true } ?? .latin
    for (place, candidate) in systems.enumerated() where !isDigit(scalars[place]) {
      system = candidate
    }
    if latin > 0, cyrillic + greek > 0 {
      // One script is the disguise: the one whose letters all have a double in the other.
      let canBeLatin = zip(scalars, systems).allSatisfy {
        $1 == .latin || Homoglyphs.latin($0) != nil
      }
      let canBeCyrillic =
        greek == 0
        && zip(scalars, systems).allSatisfy {
          $1 != .latin || isDigit($0) || Homoglyphs.cyrillic($0) != nil
        }
      if canBeLatin, latin >= cyrillic || !canBeCyrillic {
        scalars = scalars.map { Homoglyphs.latin($0) ?? $0 }
        system = .latin
      } else if canBeCyrillic {
        scalars = scalars.map { isDigit($0) ? $0 : Homoglyphs.cyrillic($0) ?? $0 }
        system = .cyrillic
      } else if cyrillic > latin {
        // Accents too are typed with Latin letters.
        scalars = scalars.map { value in
          let plain = LatinLetters.plain(value).flatMap { $0.count == 1 ? UInt32($0[0]) : nil }
          return isDigit(value) || value > 0x36F
            ? value : Homoglyphs.cyrillic(plain ?? value) ?? value
        }
        system = .cyrillic
      } else {
        system = cyrillic >= greek ? .cyrillic : .greek
      }
    } else if latin == 0, cyrillic == 0, greek == 0, counts.allSatisfy({ $0 == 0 }) {
      system = .latin
    }
    return NameWord(scalars: scalars, system: system, isGluedByDot: isGluedByDot)
  }

  /// A small l among capitals is an I that was misread.
  private static func readCapitalAsI(_ scalars: [UInt32]) -> [UInt32] {
    let capitals = scalars.count { (0x41...0x5A).contains($0) }
    guard capitals >= 2, scalars.contains(0x6C),
      !scalars.contains(where: { (0x61...0x7A).contains($0) && $0 != 0x6C })
    else { return scalars }
    return scalars.map { $0 == 0x6C ? 0x49 : $0 }
  }

  /// Full-width, circled and mathematical letters and ideographic spaces as their ordinary selves.
  private static func unified(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0x24B6...0x24CF: value - 0x24B6 + 0x41
    case 0x24D0...0x24E9: value - 0x24D0 + 0x61
    // Alphabets of 26 capitals and 26 small letters, one for each style.
    case 0x1D400...0x1D6A3: capitalOrSmall((value - 0x1D400) % 52)
    case 0x3000, 0xA0: 0x20
    case 0x2018, 0x2019, 0x60, 0xB4: 0x27
    // The micro sign and the increment are typed for mu and Delta.
    case 0xB5: 0x3BC
    case 0x2206: 0x394
    default: value
    }
  }

  private static func capitalOrSmall(_ place: UInt32) -> UInt32 {
    place < 26 ? place + 0x41 : place - 26 + 0x61
  }

  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF, 0x61C,
      0x180E, 0x34F, 0x300...0x36F, 0x64B...0x65F, 0x670, 0x640, 0x6D6...0x6ED, 0xFE00...0xFE0F,
      0x591...0x5C7:
      true
    default: false
    }
  }

  private static let apostrophes: Set<UInt32> = [
    0x27, 0x2BC, 0x2BB, 0x2BE, 0x2BF, 0x2B9, 0x2BA, 0x55A, 0x5F3, 0x5F4,
  ]

  /// The signs ㈜ and ㈱ for a company limited by shares.
  private static let expansions: [UInt32: [UInt32]] = [0x321C: [0xC8FC], 0x3231: [0x682A]]
}
