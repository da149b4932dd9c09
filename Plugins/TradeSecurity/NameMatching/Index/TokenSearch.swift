/// Every token of a vocabulary that meets a token, without comparing with all of them.
///
/// Nothing that `TokenSimilarity` would let meet is passed over: equal texts, skeletons, beginnings
/// and nicknames are looked up; edits are found by a scan of signatures, of which each consonant that
/// differs in class costs a whole edit at least, and each difference in length 0.3 (see `SoundCosts`).
struct TokenSearch {
  /// A token of the vocabulary that met.
  struct Hit {
    let token: Int32
    let match: TokenMatch
  }

  private let vocabulary: Vocabulary
  private var stamp: [UInt32]
  private var now: UInt32 = 0
  private var found: [Int32] = []

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
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
    let isRegular = !form.isVowelless && form.openCount == 0
    if isRegular { scan(form) } else { scanLoosely(form) }
    for (id, signature, other) in vocabulary.looseForms
    where TokenSearch.canMeetLoosely(form, signature, other) {
      propose(id)
    }
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

  /// The forms within the budget, by consonants and length first, then by sounds.
  private mutating func scan(_ form: SoundForm) {
    let length = form.codes.count
    let vocabulary = vocabulary
    form.codes.withUnsafeBufferPointer { ours in
      vocabulary.codes.withUnsafeBufferPointer { codes in
        vocabulary.signatures.withUnsafeBufferPointer { signatures in
          for other in 1...SoundForm.longest {
            let range = vocabulary.lengthStarts[other]..<vocabulary.lengthStarts[other + 1]
            guard !range.isEmpty else { continue }
            let budget = TokenSimilarity.budget(max(length, other))
            let spare = Int(budget) - 6 * abs(length - other)
            guard spare >= 0 else { continue }
            // A consonant too many counts for one of the length as well.
            let consonants = TokenSearch.mostConsonants(budget, abs(length - other))
            scan(
              form.signature, signatures, range, most: consonants
            ) { place in
              let start = Int(vocabulary.codeStarts[place])
              let theirs = UnsafeBufferPointer(rebasing: codes[start..<(start + other)])
              if SoundDistance.cost(ours, theirs, budget: budget, costs: .vowelled) != nil {
                propose(vocabulary.tokenOfForm[place])
              }
            }
          }
        }
      }
    }
  }

  /// The most consonants that may differ in class: c with 20 c + 6 (d - c) within the budget, where c
  /// of the difference d in length may be those consonants.
  private static func mostConsonants(_ budget: UInt16, _ difference: Int) -> Int {
    var most = 0
    while 20 * (most + 1) + 6 * max(0, difference - most - 1) <= Int(budget) { most += 1 }
    return most
  }

  @inline(__always)
  private func scan(
    _ signature: UInt32, _ signatures: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, most: Int,
    _ body: (Int) -> Void
  ) {
    for place in range {
      let other = signatures[place]
      var ours = signature & ~other
      var theirs = other & ~signature
      for _ in 0..<most {
        ours &= ours &- 1
        theirs &= theirs &- 1
      }
      if ours | theirs == 0 { body(place) }
    }
  }

  /// For a form that is vowelless or has open sounds: every form whose consonants may meet.
  private mutating func scanLoosely(_ form: SoundForm) {
    let vocabulary = vocabulary
    for other in 1...SoundForm.longest {
      let range = vocabulary.lengthStarts[other]..<vocabulary.lengthStarts[other + 1]
      let most = TokenSearch.mostLoose(form, isVowelless: false, open: 0, length: other)
      vocabulary.signatures.withUnsafeBufferPointer { signatures in
        scan(form.signature, signatures, range, most: most) { propose(vocabulary.tokenOfForm[$0]) }
      }
    }
  }

  private static func canMeetLoosely(_ form: SoundForm, _ signature: UInt32, _ other: SoundForm)
    -> Bool
  {
    let most = mostLoose(
      form, isVowelless: other.isVowelless, open: Int(other.openCount), length: other.codes.count,
      consonants: Int(other.consonantCount))
    return (form.signature & ~signature).nonzeroBitCount <= most
      && (signature & ~form.signature).nonzeroBitCount <= most
  }

  /// How many consonants may differ in class between a form and another of which one is loose: what
  /// the budget pays at the cheapest change of class, and one for each open sound.
  private static func mostLoose(
    _ form: SoundForm, isVowelless: Bool, open: Int, length: Int, consonants: Int = 0
  ) -> Int {
    let slack = Int(form.openCount) + open
    guard form.isVowelless != isVowelless else {
      return Int(TokenSimilarity.budget(max(form.codes.count, length))) / 20 + slack
    }
    let count = form.isVowelless ? Int(form.consonantCount) : consonants
    return Int(TokenSimilarity.vowellessBudget(count)) / 8 + slack
  }
}
