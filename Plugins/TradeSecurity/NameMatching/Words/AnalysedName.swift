/// A name as what is compared: tokens, legal forms apart, and neighbouring words joined.
struct AnalysedName: Sendable {
  /// The most tokens that are compared; a longer name is cut, and `isCut` says so.
  static let mostTokens = 24

  /// The tokens in their order.
  let tokens: [NameToken]
  /// For each token: 0, or the number of the given name whose characters must stay in order.
  let groups: [UInt8]
  /// The classes of the legal forms taken off, such as llc.
  let legalForms: [String]
  /// Two or three neighbouring words as one, for names glued or split.
  let joins: [JoinedWords]
  /// A hash of the first letters of all words; 0 where there are fewer than three.
  let acronym: UInt64
  /// The sum of the weights.
  let weight: Float
  /// How many letters it has in all.
  let letterCount: Int
  /// Whether it had more tokens than are compared.
  let isCut: Bool
}
