/// The different tokens of the names of an index, laid out for search.
///
/// Everything that a search reads in its inner loops is a flat array; `tokens` is for the few tokens
/// that pass.
final class Vocabulary: Sendable {
  /// Every different token.
  let tokens: [NameToken]
  let weights: [Float]
  let kinds: [UInt8]
  let coarse: [UInt64]
  let bones: [UInt64]
  let vowelless: [Bool]
  let texts: [UInt64]
  /// The first letters of all forms, a bit for each letter; 0 for tokens that no initial stands for.
  let firstLetters: [UInt32]

  /// Forms with vowels and no open sound, by length: those of length n begin at `lengthStarts[n]`.
  let lengthStarts: [Int]
  let signatures: [UInt32]
  let tokenOfForm: [Int32]
  let codeStarts: [Int32]
  let codes: [UInt8]
  /// The forms that a count of consonants does not rule out so simply: vowelless and open ones.
  let looseForms: [(token: Int32, signature: UInt32, form: SoundForm)]

  let byText: HashPostings
  let bySkeleton: HashPostings
  let byMistake: HashPostings
  let byCoarse: HashPostings
  let byBones: HashPostings
  let byNickname: [Int32: [Int32]]
  /// Tokens in the order of the letters of each form.
  let alphabetical: [(letters: [UInt8], token: Int32)]

  init(_ tokens: [NameToken]) {
    self.tokens = tokens
    weights = tokens.map(\.weight)
    kinds = tokens.map(\.kind.rawValue)
    coarse = tokens.map { $0.forms.first?.coarse ?? 0 }
    bones = tokens.map { $0.forms.first.map { ConsonantBones.hash(of: $0.codes) } ?? 0 }
    vowelless = tokens.map { $0.forms.first?.isVowelless ?? false }
    texts = tokens.map { StableHash.of($0.text.utf8) }
    firstLetters = tokens.map(Vocabulary.firstLetters)

    var regular: [[(Int32, SoundForm)]] = Array(repeating: [], count: SoundForm.longest + 1)
    var loose: [(token: Int32, signature: UInt32, form: SoundForm)] = []
    var skeletons: [(key: UInt64, value: Int32)] = []
    var letters: [(letters: [UInt8], token: Int32)] = []
    var mistakes: [(key: UInt64, value: Int32)] = []
    var nicknames: [Int32: [Int32]] = [:]
    for (place, token) in tokens.enumerated() {
      let id = Int32(place)
      if token.nickname != 0 { nicknames[token.nickname, default: []].append(id) }
      guard token.kind != .initial, token.kind != .number else { continue }
      for form in token.forms {
        if form.isVowelless || form.openCount > 0 {
          loose.append((id, form.signature, form))
        } else if !form.codes.isEmpty {
          regular[form.codes.count].append((id, form))
        }
        for key in TypingMistake.keys(form.letters) { mistakes.append((key, id)) }
        if form.skeleton != 0 { skeletons.append((form.skeleton, id)) }
        if form.letters.count > 2 { letters.append((form.letters, id)) }
      }
    }
    var lengthStarts: [Int] = []
    var signatures: [UInt32] = []
    var tokenOfForm: [Int32] = []
    var codeStarts: [Int32] = []
    var codes: [UInt8] = []
    for group in regular {
      lengthStarts.append(signatures.count)
      for (token, form) in group {
        signatures.append(form.signature)
        tokenOfForm.append(token)
        codeStarts.append(Int32(codes.count))
        codes += form.codes
      }
    }
    lengthStarts.append(signatures.count)
    self.lengthStarts = lengthStarts
    self.signatures = signatures
    self.tokenOfForm = tokenOfForm
    self.codeStarts = codeStarts
    self.codes = codes
    looseForms = loose
    byText = HashPostings(texts.enumerated().map { ($0.element, Int32($0.offset)) })
    bySkeleton = HashPostings(skeletons)
    byMistake = HashPostings(mistakes)
    byCoarse = HashPostings(
      tokens.enumerated().compactMap { place, token in
        token.kind == .name ? token.forms.first.map { ($0.coarse, Int32(place)) } : nil
      })
    byBones = HashPostings(bones.enumerated().map { ($0.element, Int32($0.offset)) })
    byNickname = nicknames
    alphabetical = letters.sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
  }

  static func firstLetters(_ token: NameToken) -> UInt32 {
    switch token.kind {
    case .name, .common, .title, .initial:
      token.forms.reduce(0) { bits, form in
        guard let first = form.letters.first, first >= 0x61 else { return bits }
        return bits | 1 << UInt32(first - 0x61)
      }
    case .number, .particle: 0
    }
  }
}
