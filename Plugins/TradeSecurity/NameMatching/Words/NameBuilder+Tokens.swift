extension NameBuilder {
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
      joins: joins(tokens, tokenOfPiece), acronym: acronym(tokens),
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
    let rest = start..<end
    guard rest.contains(where: { isDistinctive($0) || rest.count > 1 && isInitial($0) }) else {
      return (0..<words.count, [])
    }
    return (rest, forms)
  }

  private func isInitial(_ place: Int) -> Bool {
    pieces[place].text.unicodeScalars.count == 1
      && pieces[place].text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
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
      if !isPerson, let digits = WordTables.numbers[text] ?? WordTables.ordinal(text) {
        text = digits
      }
      if let particle = particle(text, place, bounds) { text = particle }
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
          SoundForm(
            codes: SoundSpelling.sounds(letters), letters: letters, quality: TokenWeights.meaning))
      }
    }
    let isTranslated = !piece.english.isEmpty
    return NameToken(
      text: text, kind: isTranslated ? .common : kind, system: piece.system,
      weight: isTranslated ? TokenWeights.translated : self.weight(kind, forms),
      forms: Array(forms.prefix(8)),
      nickname: isPerson ? WordTables.nicknames[text] ?? 0 : 0)
  }

  private func kind(_ text: String, _ piece: Piece, _ place: Int, _ bounds: Range<Int>)
    -> NameToken.Kind
  {
    if piece.system.isUnspaced { return .name }
    let isAlone = bounds.count == 1
    if text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return .number }
    if text.unicodeScalars.count == 1, !isAlone { return .initial }
    if !isAlone, particle(text, place, bounds) != nil { return .particle }
    if WordTables.titles.contains(text), place <= bounds.lowerBound + 1,
      place + 1 < bounds.upperBound
    {
      return .title
    }
    if !isPerson, WordTables.common.contains(text) { return .common }
    return .name
  }

  /// The particle that a word is.
  ///
  /// A few are names of people, as An, In and Na are; Ben in front is a name as well as a son; and a
  /// letter in front, as in Y. Complex, is an initial.
  private func particle(_ text: String, _ place: Int, _ bounds: Range<Int>) -> String? {
    let isFirst = place == bounds.lowerBound
    if isPerson {
      guard text.utf8.count > 1, !WordTables.namesOfPeople.contains(text), !isFirst || text != "ben"
      else { return nil }
    } else if isFirst, text.utf8.count == 1 {
      return nil
    }
    return WordTables.particles[text]
  }

  private func weight(_ kind: NameToken.Kind, _ forms: [SoundForm]) -> Float {
    let codes = forms.first?.codes ?? []
    switch kind {
    case .particle: return TokenWeights.particle
    case .title: return TokenWeights.title
    case .initial: return TokenWeights.initial
    case .number:
      return isPerson ? TokenWeights.numberOfPerson : TokenWeights.numberOfOther
    case .name: return isPerson ? WordWeights.person(codes) : WordWeights.other(codes)
    case .common: return min(TokenWeights.mostOfCommon, WordWeights.other(codes))
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
    for word in MisreadDigits.asLetters(letters) {
      forms.append(
        SoundForm(
          codes: SoundSpelling.sounds(word), letters: word, quality: TokenWeights.digitAsLetter))
    }
    if letters.contains(0x6A), !NameBuilder.isKoreanJ(letters) {
      let other = SoundSpelling.sounds(unified, readsJAsVowel: true)
      if other != codes { forms.append(SoundForm(codes: other, letters: letters)) }
    }
    if codes.count > 5, letters.suffix(2).elementsEqual("ng".utf8) {
      // Jianming and Jianmin: southern Mandarin and most romanisers hear one sound at the end.
      forms.append(
        SoundForm(codes: Array(codes.dropLast()), letters: [], quality: TokenWeights.finalNasal))
    }
    if let place = letters.indices.dropLast().first(where: {
      letters[$0] == 0x72 && letters[$0 + 1] == 0x6E
    }), letters.count > 4 {
      let misread = Array(letters[..<place] + [0x6D] + letters[(place + 2)...])
      forms.append(
        SoundForm(
          codes: SoundSpelling.sounds(misread), letters: misread,
          quality: TokenWeights.misreadLetters))
    }
    return forms
  }

  /// How sure a reading is: a character of Han may be Chinese or Korean.
  private static func quality(_ system: WritingSystem, _ place: Int) -> Float {
    switch system {
    case .han: place == 0 ? TokenWeights.mandarin : TokenWeights.koreanOfHan
    case .hangul: TokenWeights.hangul
    default: 1
    }
  }

  /// Jong, Jun and Jang have the j of Korean and Chinese, never that of Jelena.
  private static func isKoreanJ(_ letters: [UInt8]) -> Bool {
    letters.count <= 5 && letters[0] == 0x6A && letters.dropFirst().contains(0x6E)
  }
}
