/// The different tokens of the names of an index, laid out for search.
///
/// Everything that a search reads in its inner loops is a flat array; `tokens` is for the few tokens
/// that pass.
final class Vocabulary: Sendable {
  /// Every different token.
  let tokens: [NameToken]
  let kinds: Column<UInt8>
  /// The first letters of all forms, a bit for each letter; 0 for tokens that no initial stands for.
  let firstLetters: Column<UInt32>

  /// Forms with vowels and no open sound.
  let regularForms: FormTable
  /// The forms that counts of sounds do not rule out so simply: vowelless and open ones.
  let looseForms: FormTable

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
    kinds = Column(tokens.map(\.kind.rawValue))
    firstLetters = Column(tokens.map(Vocabulary.firstLetters))

    var regular: [(token: Int32, form: SoundForm)] = []
    var loose: [(token: Int32, form: SoundForm)] = []
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
          loose.append((id, form))
        } else if !form.codes.isEmpty {
          regular.append((id, form))
        }
        for key in TypingMistake.keys(form.letters) { mistakes.append((key, id)) }
        if form.skeleton != 0 { skeletons.append((form.skeleton, id)) }
        if form.letters.count > 2 { letters.append((form.letters, id)) }
      }
    }
    regularForms = FormTable(regular)
    looseForms = FormTable(loose)
    byText = HashPostings(
      tokens.enumerated().map { (StableHash.of($0.element.text.utf8), Int32($0.offset)) })
    bySkeleton = HashPostings(skeletons)
    byMistake = HashPostings(mistakes)
    byCoarse = HashPostings(
      tokens.enumerated().compactMap { place, token in
        token.kind == .name ? token.forms.first.map { ($0.coarse, Int32(place)) } : nil
      })
    byBones = HashPostings(
      tokens.enumerated().compactMap { place, token in
        token.forms.first.map { (ConsonantBones.hash(of: $0.codes), Int32(place)) }
      })
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
