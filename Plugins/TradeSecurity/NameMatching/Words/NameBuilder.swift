/// Turns words into tokens.
struct NameBuilder {
  /// A word that is not yet known to be a token or a part of a legal form.
  struct Piece {
    /// The word in small letters of its own script; Latin ones plain.
    var text: String
    /// Its plain Latin letters or those it is romanised to; empty for Arabic and Hebrew.
    var spellings: [[UInt8]]
    /// Its sounds where the script has no Latin spelling.
    var sounds: [UInt8]
    var system: WritingSystem
    var english: [String] = []
    var group: UInt8 = 0
  }

  let isPerson: Bool
  private(set) var pieces: [Piece] = []
  private(set) var legalForms: [String] = []
  private var groupCount: UInt8 = 0

  init(isPerson: Bool) {
    self.isPerson = isPerson
  }

  /// Takes the words of a name.
  mutating func take(_ words: [NameWord]) {
    var place = 0
    while place < words.count {
      let run = initialsRun(words, at: place)
      if run > 1 {
        takeInitials(words[place..<(place + run)])
        place += run
      } else {
        if !isOrdinalEnding(words, at: place) { take(words[place]) }
        place += 1
      }
    }
  }

  /// The digits of an ordinal number with its ending, as 20ή; nil for other words.
  private static func ordinal(_ word: NameWord) -> [UInt32]? {
    guard word.system == .cyrillic || word.system == .greek else { return nil }
    let digits = word.scalars.prefix { (0x30...0x39).contains($0) }
    let ending = lowered(Array(word.scalars.dropFirst(digits.count)))
    return !digits.isEmpty && WordTables.ordinalEndings.contains(ending) ? Array(digits) : nil
  }

  /// Whether a word is the ending of the number before it, which says no more than the number.
  private func isOrdinalEnding(_ words: [NameWord], at place: Int) -> Bool {
    guard place > 0, words[place].system == .cyrillic || words[place].system == .greek,
      words[place - 1].scalars.allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return WordTables.ordinalEndings.contains(NameBuilder.lowered(words[place].scalars))
  }

  /// How many single letters from here are joined by dots, as in an abbreviated legal form.
  private func initialsRun(_ words: [NameWord], at place: Int) -> Int {
    var end = place
    while end < words.count, words[end].scalars.count == 1,
      words[end].system == words[place].system,
      end == place || words[end].isGluedByDot
    {
      end += 1
    }
    return end - place
  }

  private mutating func takeInitials(_ words: ArraySlice<NameWord>) {
    guard let first = words.first else { return }
    let joined = NameWord(
      scalars: words.flatMap(\.scalars), system: first.system, isGluedByDot: false)
    let text = NameBuilder.lowered(joined.scalars)
    let isForm = LegalForms.form(in: [text], at: 0) != nil
    if isPerson || (words.count == 2 && !isForm && pieces.isEmpty) {
      for word in words { take(word) }
    } else {
      take(joined)
    }
  }

  private mutating func take(_ word: NameWord) {
    if let digits = NameBuilder.ordinal(word) {
      takeLatin(NameWord(scalars: digits, system: .latin, isGluedByDot: false))
      return
    }
    switch word.system {
    case .latin: takeLatin(word)
    case .cyrillic:
      let text = NameBuilder.lowered(word.scalars)
      pieces.append(
        Piece(
          text: text,
          spellings: CyrillicRomanisation.spellings(word.scalars)
            + (isPerson ? [] : CyrillicRomanisation.placeSpellings(word.scalars)), sounds: [],
          system: .cyrillic, english: english(text, .cyrillic)))
    case .greek:
      let text = GreekRomanisation.lowered(word.scalars)
      pieces.append(
        Piece(
          text: text, spellings: GreekRomanisation.spellings(word.scalars), sounds: [],
          system: .greek, english: english(text, .greek)))
    case .arabic, .hebrew: takeSemitic(word)
    case .hangul, .han: takeUnspaced(word)
    case .kana, .other:
      pieces.append(
        Piece(
          text: NameBuilder.lowered(word.scalars), spellings: [OtherScripts.spelling(word.scalars)],
          sounds: [], system: word.system))
    }
  }

  private mutating func takeLatin(_ word: NameWord) {
    var letters: [UInt8] = []
    letters.reserveCapacity(word.scalars.count)
    for value in word.scalars { letters += LatinLetters.plain(value) ?? [] }
    letters = MisreadDigits.asDigits(letters)
    guard !letters.isEmpty else { return }
    if isPerson, NameBuilder.areInitials(letters, word.scalars) {
      for letter in letters {
        pieces.append(
          Piece(
            text: String(decoding: [letter], as: UTF8.self), spellings: [[letter]], sounds: [],
            system: .latin))
      }
      return
    }
    pieces.append(
      Piece(
        text: String(decoding: letters, as: UTF8.self), spellings: [letters], sounds: [],
        system: .latin))
  }

  /// Whether two capitals without a vowel are initials, as in JC Juncker.
  private static func areInitials(_ letters: [UInt8], _ scalars: [UInt32]) -> Bool {
    letters.count == 2 && scalars.allSatisfy { (0x41...0x5A).contains($0) }
      && letters.allSatisfy { !"aeiouy".utf8.contains($0) }
      && !["jr", "sr", "dr", "mr", "ms", "st", "ng"].contains(
        String(decoding: letters, as: UTF8.self))
  }

  private mutating func takeSemitic(_ word: NameWord) {
    if let (servant, name) = SemiticConsonants.servantOf(word.scalars) {
      for part in [servant, name] {
        takeSemitic(NameWord(scalars: part, system: word.system, isGluedByDot: false))
      }
      return
    }
    let bare = SemiticConsonants.withoutArticle(word.scalars)
    let whole = NameBuilder.lowered(word.scalars)
    let text = NameBuilder.lowered(bare)
    let meanings =
      english(whole, word.system) + (bare == word.scalars ? [] : english(text, word.system))
    // A word with its article may mean another than without, so that it is another token.
    pieces.append(
      Piece(
        text: meanings.isEmpty ? text : whole, spellings: [],
        sounds: SemiticConsonants.sounds(bare), system: word.system, english: meanings))
  }

  /// What a word means; the names of people mean nothing.
  private func english(_ text: String, _ system: WritingSystem) -> [String] {
    isPerson ? [] : Glossary.english(text, system: system)
  }

  /// Han and Hangul: legal forms and words of institutions are cut off, and the rest is characters.
  private mutating func takeUnspaced(_ word: NameWord) {
    if LegalForms.form(in: [NameBuilder.lowered(word.scalars)], at: 0) != nil {
      // A form that stands as its own word is taken off with the others.
      pieces.append(
        Piece(
          text: NameBuilder.lowered(word.scalars), spellings: [], sounds: [], system: word.system))
      return
    }
    if word.isTranscribed, word.system == .han, word.scalars.count > 1 {
      pieces.append(
        Piece(
          text: NameBuilder.lowered(word.scalars), spellings: [],
          sounds: HanReadings.transcribedSounds(word.scalars), system: .han))
      return
    }
    var rest = word.scalars
    while let found = LegalForms.gluedForm(rest) {
      legalForms.append(found.formClass)
      rest = found.rest
    }
    for piece in Glossary.pieces(rest, system: word.system) {
      if piece.english.isEmpty {
        addCharacters(piece.letters, word.system)
      } else {
        let spelled = piece.letters.map { NameBuilder.readings($0, word.system).first ?? [] }
        pieces.append(
          Piece(
            text: NameBuilder.lowered(piece.letters), spellings: [spelled.flatMap { $0 }],
            sounds: [],
            system: word.system, english: piece.english))
      }
    }
  }

  /// Characters as tokens; those of a given name are kept in order, the family name may stand
  /// before or behind them.
  private mutating func addCharacters(_ characters: [UInt32], _ system: WritingSystem) {
    groupCount += 1
    // Two characters beside another word are a given name; three alone are a family name and one.
    let familyLength = characters.count < 3 ? 0 : characters.count == 3 ? 1 : characters.count - 2
    for (place, character) in characters.enumerated() {
      var piece = Piece(
        text: NameBuilder.lowered([character]), spellings: NameBuilder.readings(character, system),
        sounds: [], system: system)
      if place >= familyLength, characters.count > 1 { piece.group = groupCount }
      pieces.append(piece)
    }
  }

  private static func readings(_ character: UInt32, _ system: WritingSystem) -> [[UInt8]] {
    if character < 0x80 { return [LatinLetters.plain(character) ?? []] }
    return system == .hangul
      ? HangulRomanisation.spellings(character) : HanReadings.spellings(character) ?? []
  }

  /// Small letters without a call that allocates for every scalar of the common scripts.
  static func lowered(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars {
      switch value {
      case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(value + 0x20).map { view.append($0) }
      case 0x400...0x40F: Unicode.Scalar(value + 0x50).map { view.append($0) }
      case 0xC0...0x24F, 0x370...0x3FF, 0x460...0x52F, 0x1E00...0x1FFF:
        guard let scalar = Unicode.Scalar(value) else { continue }
        view.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      default: Unicode.Scalar(value).map { view.append($0) }
      }
    }
    return String(view)
  }
}
