/// A name as tokens that can be compared, with what was taken off it.
struct NormalisedName {
  /// All tokens, sorted.
  let all: [String]
  /// The tokens without legal forms, sorted.
  let core: [String]
  /// The legal forms that were dropped, in their order.
  let dropped: [String]

  init(_ text: String) {
    let tokens = LetterFolding.tokens(text)
    let stripped = LegalForm.strip(tokens)
    all = tokens.sorted()
    core = stripped.core.sorted()
    dropped = stripped.dropped
  }

  /// The tokens to compare with a name of this kind of party, and the forms dropped from them.
  ///
  /// People's names keep every token, since Co, Sa and Ag are also names of people.
  func comparable(as party: ListedName.Party) -> (tokens: [String], dropped: [String]) {
    party == .person ? (all, []) : (core, dropped)
  }
}
