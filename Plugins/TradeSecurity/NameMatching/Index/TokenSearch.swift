/// Every token of a vocabulary that meets a token, without comparing with all of them.
///
/// Nothing that `TokenSimilarity` would let meet is passed over: equal texts, skeletons, beginnings
/// and nicknames are looked up; edits are found by `FormSearch`.
struct TokenSearch {
  /// A token of the vocabulary that met.
  struct Hit {
    let token: Int32
    let match: TokenMatch
  }

  private let vocabulary: Vocabulary
  private var forms: FormSearch
  private var stamp: [UInt32]
  private var now: UInt32 = 0
  private var found: [Int32] = []

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    forms = FormSearch(vocabulary)
    stamp = Array(repeating: 0, count: vocabulary.tokens.count)
  }

  /// The tokens that meet a token.
  mutating func hits(_ token: NameToken, canBeCut: Bool) -> [Hit] {
    now &+= 1
    found.removeAll(keepingCapacity: true)
    vocabulary.byText.forEach(StableHash.of(token.text.utf8)) { propose($0) }
    if token.kind != .initial, token.kind != .number {
      for other in vocabulary.byNickname[token.nickname] ?? [] { propose(other) }
      for form in token.forms { search(form, canBeCut: canBeCut) }
    }
    var hits: [Hit] = []
    for id in found {
      let match = TokenSimilarity.match(token, vocabulary.tokens[Int(id)], canBeCut: canBeCut)
      if let match { hits.append(Hit(token: id, match: match)) }
    }
    return hits
  }

  /// The same by comparison with every token.
  func exhaustiveHits(_ token: NameToken, canBeCut: Bool) -> [Hit] {
    vocabulary.tokens.indices.compactMap { place in
      guard
        let match = TokenSimilarity.match(token, vocabulary.tokens[place], canBeCut: canBeCut),
        match.way != .initial
      else { return nil }
      return Hit(token: Int32(place), match: match)
    }
  }

  @inline(__always)
  private mutating func propose(_ token: Int32) {
    if stamp[Int(token)] != now {
      stamp[Int(token)] = now
      found.append(token)
    }
  }

  private mutating func search(_ form: SoundForm, canBeCut: Bool) {
    for token in forms.tokens(near: form) { propose(token) }
    vocabulary.bySkeleton.forEach(form.skeleton) { propose($0) }
    for key in TypingMistake.searchKeys(form.letters) {
      vocabulary.byMistake.forEach(key) { propose($0) }
    }
    if canBeCut { searchBeginnings(form.letters) }
  }

  private mutating func searchBeginnings(_ letters: [UInt8]) {
    guard letters.count >= 2 else { return }
    let sorted = vocabulary.alphabetical
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].letters.lexicographicallyPrecedes(letters) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < sorted.count, sorted[low].letters.starts(with: letters) {
      propose(sorted[low].token)
      low += 1
    }
  }
}
