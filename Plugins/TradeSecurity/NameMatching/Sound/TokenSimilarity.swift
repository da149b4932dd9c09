/// How near two tokens are, and in what way.
struct TokenMatch: Equatable, Sendable {
  /// How a token met another.
  enum Way: UInt8, Sendable {
    case equal, spelling, edit, vowelsOmitted, beginning, initial, nickname, script, joined, acronym
  }

  /// 0 to 1.
  let similarity: Float
  let way: Way
}

/// The comparison of two tokens.
enum TokenSimilarity {
  /// How much may be wrong in sounds of this count, in twentieths of an edit.
  static func budget(_ length: Int) -> UInt16 {
    length < 3
      ? (length < 2 ? 0 : 7)
      : UInt16(Float(length) * TokenWeights.editShare * Float(SoundCosts.whole))
  }

  /// How near two tokens are; nil when they are not.
  ///
  /// - Parameter canBeCut: whether the first may be the beginning of a longer word, cut off at the end
  ///   of a field.
  static func match(_ first: NameToken, _ second: NameToken, canBeCut: Bool = false) -> TokenMatch?
  {
    if first.system == second.system, first.text == second.text {
      return TokenMatch(similarity: 1, way: .equal)
    }
    if first.system == second.system, first.system.isUnspaced, first.forms.count > 0,
      second.forms.count > 0, first.kind == .name, second.kind == .name
    {
      return nil
    }
    if let special = specialMatch(first, second) { return special }
    guard isSpoken(first), isSpoken(second) else { return nil }
    var best: TokenMatch?
    for form in first.forms {
      for other in second.forms {
        guard let match = match(form, other, canBeCut: canBeCut) else { continue }
        if match.similarity > best?.similarity ?? 0 { best = match }
      }
    }
    if first.nickname != 0, first.nickname == second.nickname,
      best?.similarity ?? 0 < TokenWeights.nickname
    {
      best = TokenMatch(similarity: TokenWeights.nickname, way: .nickname)
    }
    let isSyllable = first.system.isUnspaced || second.system.isUnspaced
    if isSyllable, best?.similarity ?? 1 < TokenWeights.leastOfSyllable { return nil }
    if let found = best, first.system != second.system, found.way != .edit {
      best = TokenMatch(similarity: found.similarity, way: .script)
    }
    return best
  }

  private static func isSpoken(_ token: NameToken) -> Bool {
    token.kind != .initial && token.kind != .number
  }

  private static func specialMatch(_ first: NameToken, _ second: NameToken) -> TokenMatch? {
    guard (first.kind == .initial) != (second.kind == .initial) else { return nil }
    let (initial, whole) = first.kind == .initial ? (first, second) : (second, first)
    let begins = Vocabulary.firstLetters(initial) & Vocabulary.firstLetters(whole) != 0
    return begins ? TokenMatch(similarity: 1, way: .initial) : nil
  }

  /// How near two forms are.
  static func match(_ first: SoundForm, _ second: SoundForm, canBeCut: Bool) -> TokenMatch? {
    let quality = first.quality * second.quality
    if !first.letters.isEmpty, first.letters == second.letters {
      return TokenMatch(similarity: quality, way: .equal)
    }
    if first.isVowelless != second.isVowelless { return vowellessMatch(first, second) }
    guard !first.codes.isEmpty, !second.codes.isEmpty else { return nil }
    if first.codes == second.codes, first.codes.count > 1 {
      return TokenMatch(similarity: TokenWeights.spelling * quality, way: .spelling)
    }
    var best = editMatch(first, second, quality)
    if let omitted = omissionMatch(first, second), omitted > best?.similarity ?? 0 {
      best = TokenMatch(similarity: omitted * quality, way: .vowelsOmitted)
    }
    if let mistyped = TypingMistake.similarity(first.letters, second.letters),
      mistyped * quality > best?.similarity ?? 0
    {
      best = TokenMatch(similarity: mistyped * quality, way: .edit)
    }
    if canBeCut, TokenWeights.beginning * quality > best?.similarity ?? 0, first.letters.count >= 2,
      second.letters.count > first.letters.count, second.letters.starts(with: first.letters)
    {
      best = TokenMatch(similarity: TokenWeights.beginning * quality, way: .beginning)
    }
    return best
  }

  private static func editMatch(_ first: SoundForm, _ second: SoundForm, _ quality: Float)
    -> TokenMatch?
  {
    let length = max(first.codes.count, second.codes.count)
    guard
      let cost = cost(first, second, budget: budget(length), costs: .vowelled)
    else { return nil }
    let similarity =
      (TokenWeights.spelling - Float(cost) / (Float(length) * Float(SoundCosts.whole))) * quality
    return TokenMatch(similarity: similarity, way: cost == 0 ? .spelling : .edit)
  }

  /// The budget of a vowelless comparison by its consonants.
  static func vowellessBudget(_ consonants: Int) -> UInt16 {
    switch consonants {
    case 0...1: 2
    case 2: 5
    case 3: 12
    case 4...5: 20
    default: 26
    }
  }

  private static func vowellessMatch(_ first: SoundForm, _ second: SoundForm) -> TokenMatch? {
    let consonants = Int(first.isVowelless ? first.consonantCount : second.consonantCount)
    guard consonants > 0,
      let cost = cost(first, second, budget: vowellessBudget(consonants), costs: .vowelless)
    else { return nil }
    let length = Float(max(3, consonants)) * Float(SoundCosts.whole)
    return TokenMatch(
      similarity: (TokenWeights.vowelless - Float(cost) / length) * first.quality * second.quality,
      way: .script)
  }

  /// The similarity of a word and the same word with vowels left out; nil when it is not that.
  private static func omissionMatch(_ first: SoundForm, _ second: SoundForm) -> Float? {
    guard first.skeleton != 0, first.skeleton == second.skeleton,
      first.letters.count != second.letters.count
    else { return nil }
    let (short, long) =
      first.letters.count < second.letters.count
      ? (first.letters, second.letters) : (second.letters, first.letters)
    var place = 0
    for letter in long where place < short.count && short[place] == letter { place += 1 }
    guard place == short.count else { return nil }
    return short.count <= 2 ? TokenWeights.vowelsOmittedOfShort : TokenWeights.vowelsOmitted
  }

  private static func cost(
    _ first: SoundForm, _ second: SoundForm, budget: UInt16, costs: SoundCosts
  ) -> UInt16? {
    first.codes.withUnsafeBufferPointer { left in
      second.codes.withUnsafeBufferPointer { right in
        SoundDistance.cost(left, right, budget: budget, costs: costs)
      }
    }
  }
}
