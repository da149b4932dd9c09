/// Reads a text as a name.
enum NameReader {
  /// Reads a text as the name of a person, or of anything else.
  static func read(_ text: String, isPerson: Bool) -> AnalysedName {
    var builder = NameBuilder(isPerson: isPerson)
    builder.take(NameWords.split(text))
    return builder.build()
  }

}

/// Turns words into tokens.
struct NameBuilder {
  /// A word that is not yet known to be a token or a part of a legal form.
  private struct Piece {
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

  private let isPerson: Bool
  private var pieces: [Piece] = []
  private var legalForms: [String] = []
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
        take(words[place])
        place += 1
      }
    }
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
    switch word.system {
    case .latin: takeLatin(word)
    case .cyrillic:
      let text = NameBuilder.lowered(word.scalars)
      add(
        Piece(
          text: text, spellings: CyrillicRomanisation.spellings(word.scalars), sounds: [],
          system: .cyrillic, english: Glossary.english(text, system: .cyrillic)))
    case .greek:
      let text = GreekRomanisation.lowered(word.scalars)
      add(
        Piece(
          text: text, spellings: [GreekRomanisation.spelling(word.scalars)], sounds: [],
          system: .greek, english: Glossary.english(text, system: .greek)))
    case .arabic, .hebrew: takeSemitic(word)
    case .hangul, .han: takeUnspaced(word)
    case .kana, .other:
      add(
        Piece(
          text: NameBuilder.lowered(word.scalars), spellings: [OtherScripts.spelling(word.scalars)],
          sounds: [], system: word.system))
    }
  }

  private mutating func takeLatin(_ word: NameWord) {
    var letters: [UInt8] = []
    letters.reserveCapacity(word.scalars.count)
    for value in word.scalars { letters += LatinLetters.plain(value) ?? [] }
    letters = NameBuilder.readLettersAsDigits(letters)
    guard !letters.isEmpty else { return }
    if isPerson, NameBuilder.areInitials(letters, word.scalars) {
      for letter in letters {
        add(
          Piece(
            text: String(decoding: [letter], as: UTF8.self), spellings: [[letter]], sounds: [],
            system: .latin))
      }
      return
    }
    add(
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

  /// Letters among digits that were misread, as in 864O.
  private static func readLettersAsDigits(_ letters: [UInt8]) -> [UInt8] {
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
  private static func withoutDigits(_ letters: [UInt8]) -> [[UInt8]] {
    let digits = letters.count { $0 < 0x3A }
    guard digits > 0, digits * 2 <= letters.count else { return [] }
    let read: [UInt8: UInt8] = [
      0x30: 0x6F, 0x32: 0x7A, 0x33: 0x65, 0x34: 0x61, 0x35: 0x73, 0x36: 0x62, 0x38: 0x62,
      0x39: 0x67,
    ]
    let ones: [UInt8] = letters.contains(0x31) ? [0x69, 0x6C] : [0x69]
    return ones.map { one in letters.map { $0 == 0x31 ? one : read[$0] ?? $0 } }
  }

  private mutating func takeSemitic(_ word: NameWord) {
    let bare = SemiticConsonants.withoutArticle(word.scalars)
    let text = NameBuilder.lowered(bare)
    add(
      Piece(
        text: text, spellings: [], sounds: SemiticConsonants.sounds(bare), system: word.system,
        english: Glossary.english(NameBuilder.lowered(word.scalars), system: word.system)
          + (bare == word.scalars ? [] : Glossary.english(text, system: word.system))))
  }

  /// Han and Hangul: legal forms and words of institutions are cut off, and the rest is characters.
  private mutating func takeUnspaced(_ word: NameWord) {
    if LegalForms.form(in: [NameBuilder.lowered(word.scalars)], at: 0) != nil {
      // A form that stands as its own word is taken off with the others.
      add(
        Piece(
          text: NameBuilder.lowered(word.scalars), spellings: [], sounds: [], system: word.system))
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
        add(
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
      add(piece)
    }
  }

  private static func readings(_ character: UInt32, _ system: WritingSystem) -> [[UInt8]] {
    if character < 0x80 { return [LatinLetters.plain(character) ?? []] }
    return system == .hangul
      ? HangulRomanisation.spellings(character) : HanReadings.spellings(character) ?? []
  }

  private mutating func add(_ piece: Piece) {
    pieces.append(piece)
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

  /// The name of what was taken.
  func build() -> AnalysedName {
    let (bounds, forms) = isPerson ? (0..<pieces.count, []) : self.bounds()
    var tokens: [NameToken] = []
    var tokenOfPiece = [Int?](repeating: nil, count: pieces.count)
    var cut = false
    for place in bounds {
      guard tokens.count < AnalysedName.mostTokens else {
        cut = true
        break
      }
      tokenOfPiece[place] = tokens.count
      tokens.append(self.token(place, in: bounds))
    }
    let isAlone = pieces.count == 2 && pieces.allSatisfy { $0.group != 0 }
    return AnalysedName(
      tokens: tokens,
      groups: bounds.prefix(tokens.count).map { isAlone ? 0 : pieces[$0].group },
      legalForms: legalForms + forms,
      joins: self.joins(tokens, tokenOfPiece), acronym: self.acronym(tokens),
      weight: tokens.reduce(0) { $0 + $1.weight },
      letterCount: pieces.reduce(0) { $0 + $1.text.unicodeScalars.count }, isCut: cut)
  }

  /// What is left between legal forms at either end, and the forms.
  ///
  /// A name of nothing but legal forms, common words and numbers is left whole: stripped of its form,
  /// `11420 CORP` would meet every name with that number, and `TRADING CO` every trader.
  private func bounds() -> (Range<Int>, [String]) {
    let words = pieces.map { piece in
      piece.system == .latin ? LegalForms.corrected(piece.text) ?? piece.text : piece.text
    }
    var (start, end) = (0, words.count)
    var forms: [String] = []
    while end > start,
      let found = LegalForms.form(in: Array(words[start..<end]), endingAt: end - start)
    {
      forms.append(found.formClass)
      end -= found.length
    }
    while start < end, let found = LegalForms.form(in: Array(words[start..<end]), at: 0),
      LegalForms.standsInFront(words[start..<(start + found.length)])
    {
      forms.append(found.formClass)
      start += found.length
    }
    guard (start..<end).contains(where: isDistinctive) else { return (0..<words.count, []) }
    return (start..<end, forms)
  }

  private func isDistinctive(_ place: Int) -> Bool {
    let piece = pieces[place]
    if piece.system.isUnspaced { return true }
    let text = piece.text
    return text.unicodeScalars.count > 1 && WordTables.particles[text] == nil
      && !WordTables.common.contains(text)
      && !text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private func token(_ place: Int, in bounds: Range<Int>) -> NameToken {
    let piece = pieces[place]
    var text = piece.text
    var spellings = piece.spellings
    if piece.system == .latin {
      if !isPerson { text = WordTables.abbreviations[text] ?? text }
      if !isPerson, let digits = WordTables.numbers[text] { text = digits }
      if let particle = particle(text) { text = particle }
      spellings = [Array(text.utf8)]
    }
    let kind = self.kind(text, piece, place, bounds)
    var forms = spellings.enumerated().flatMap { place, spelling in
      self.forms(spelling, kind: kind, quality: NameBuilder.quality(piece.system, place))
    }
    if !piece.sounds.isEmpty {
      forms.append(SoundForm(codes: piece.sounds, letters: [], isVowelless: true))
    }
    for word in piece.english {
      for part in word.split(separator: "-") {
        let letters = Array(part.utf8)
        forms.append(
          SoundForm(codes: SoundSpelling.sounds(letters), letters: letters, quality: 0.95))
      }
    }
    let isTranslated = !piece.english.isEmpty
    return NameToken(
      text: text, kind: isTranslated ? .common : kind, system: piece.system,
      weight: isTranslated ? 0.35 : self.weight(kind, forms), forms: Array(forms.prefix(8)),
      nickname: isPerson ? WordTables.nicknames[text] ?? 0 : 0)
  }

  private func kind(_ text: String, _ piece: Piece, _ place: Int, _ bounds: Range<Int>)
    -> NameToken.Kind
  {
    if piece.system.isUnspaced { return .name }
    let isAlone = bounds.count == 1
    if text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return .number }
    if text.unicodeScalars.count == 1, !isAlone { return .initial }
    if !isAlone, particle(text) != nil { return .particle }
    if WordTables.titles.contains(text), place <= bounds.lowerBound + 1,
      place + 1 < bounds.upperBound
    {
      return .title
    }
    if !isPerson, WordTables.common.contains(text) { return .common }
    return .name
  }

  /// The particle that a word is; a few are names of people, as An, In and Na are.
  private func particle(_ text: String) -> String? {
    guard !isPerson || (text.utf8.count > 1 && !WordTables.namesOfPeople.contains(text)) else {
      return nil
    }
    return WordTables.particles[text]
  }

  private func weight(_ kind: NameToken.Kind, _ forms: [SoundForm]) -> Float {
    let codes = forms.first?.codes ?? []
    switch kind {
    case .particle: return 0.06
    case .title: return 0.12
    case .initial: return 0.25
    case .number: return isPerson ? 0.3 : 0.5
    case .name: return isPerson ? WordWeights.person(codes) : WordWeights.other(codes)
    case .common: return min(0.5, WordWeights.other(codes))
    }
  }

  /// The ways to say a spelling: j as j and as y, rn as m.
  private func forms(_ letters: [UInt8], kind: NameToken.Kind, quality: Float) -> [SoundForm] {
    let unified = ArabicSpelling.unified(letters)
    let codes = SoundSpelling.sounds(unified)
    var forms = [SoundForm(codes: codes, letters: letters, quality: quality)]
    guard kind == .name || kind == .common else { return forms }
    if unified.elementsEqual("abdal".utf8) {
      // Abdul before a name is abd and the article.
      let servant = Array("abd".utf8)
      forms.append(SoundForm(codes: SoundSpelling.sounds(servant), letters: servant))
    }
    for word in NameBuilder.withoutDigits(letters) {
      forms.append(SoundForm(codes: SoundSpelling.sounds(word), letters: word, quality: 0.97))
    }
    if letters.contains(0x6A), !NameBuilder.isKoreanJ(letters) {
      let other = SoundSpelling.sounds(unified, readsJAsVowel: true)
      if other != codes { forms.append(SoundForm(codes: other, letters: letters)) }
    }
    if let place = letters.indices.dropLast().first(where: {
      letters[$0] == 0x72 && letters[$0 + 1] == 0x6E
    }), letters.count > 4 {
      let misread = Array(letters[..<place] + [0x6D] + letters[(place + 2)...])
      forms.append(SoundForm(codes: SoundSpelling.sounds(misread), letters: misread, quality: 0.93))
    }
    return forms
  }

  /// How sure a reading is: a character of Han may be Chinese or Korean.
  private static func quality(_ system: WritingSystem, _ place: Int) -> Float {
    switch system {
    case .han: place == 0 ? 0.93 : 0.86
    case .hangul: 0.98
    default: 1
    }
  }

  /// Jong, Jun and Jang have the j of Korean and Chinese, never that of Jelena.
  private static func isKoreanJ(_ letters: [UInt8]) -> Bool {
    letters.count <= 5 && letters[0] == 0x6A && letters.dropFirst().contains(0x6E)
  }

  private func joins(_ tokens: [NameToken], _ tokenOfPiece: [Int?]) -> [JoinedWords] {
    var joins: [JoinedWords] = []
    for start in pieces.indices {
      for length in 2...3 where start + length <= pieces.count {
        let covered = (start..<(start + length)).compactMap { tokenOfPiece[$0] }
        guard let first = covered.first else { continue }
        for variant in 0..<(pieces[start].system == .han ? 2 : 1) {
          guard let (codes, letters) = joinedCodes(start..<(start + length), variant) else {
            continue
          }
          joins.append(
            JoinedWords(
              start: first, count: covered.count, coarse: SoundForm.coarse(of: codes),
              letters: letters.isEmpty ? 0 : StableHash.of(letters),
              bones: ConsonantBones.hash(of: codes), isVowelless: pieces[start].system.isVowelless))
        }
      }
    }
    return joins
  }

  private func joinedCodes(_ range: Range<Int>, _ variant: Int)
    -> (codes: [UInt8], letters: [UInt8])?
  {
    if range.allSatisfy({ pieces[$0].system.isVowelless }) {
      return (range.flatMap { pieces[$0].sounds }, [])
    }
    var letters: [UInt8] = []
    for place in range {
      let spellings = pieces[place].spellings
      guard let spelling = spellings.count > variant ? spellings[variant] : spellings.first else {
        return nil
      }
      letters += spelling
    }
    guard letters.count > 3, letters.count <= SoundForm.longest else { return nil }
    return (SoundSpelling.sounds(ArabicSpelling.unified(letters)), letters)
  }

  private func acronym(_ tokens: [NameToken]) -> UInt64 {
    let letters = tokens.filter { $0.kind != .particle && $0.kind != .title }.compactMap {
      $0.system == .latin ? $0.text.utf8.first : nil
    }
    return letters.count >= 3 && letters.count <= 8 ? StableHash.of(letters) : 0
  }
}

/// The consonants of a word by class, all that a script without vowels shares with Latin letters.
enum ConsonantBones {
  /// A hash of the classes; 0 where there are fewer than four.
  static func hash(of codes: [UInt8]) -> UInt64 {
    var hash = StableHash()
    var count = 0
    var last = -1
    for code in codes {
      let place: Int?
      switch code {
      case SoundCode.emphatic, SoundCode.code("d"), SoundCode.code("z"): place = 9
      case SoundCode.code("f"): place = 10
      case SoundCode.sh, SoundCode.tsh, SoundCode.zh, SoundCode.code("j"): place = 11
      case SoundCode.tha: place = 1
      case SoundCode.code("v"): place = nil
      default: place = SoundCode.consonantClass(code)
      }
      guard let place, place != last else { continue }
      last = place
      count += 1
      hash.add(UInt8(place + 1))
    }
    return count < 4 ? 0 : hash.value
  }
}
