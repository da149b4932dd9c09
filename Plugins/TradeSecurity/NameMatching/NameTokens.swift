/// The tokens of a name, for an index outside the memory of the process.
public enum NameTokens {
  /// The tokens of a name, each once, sorted.
  ///
  /// Two names can only meet when they share one. Stores keep these tokens: whoever changes what
  /// they are must also bring a migration that makes the kept ones anew.
  public static func of(_ text: String) -> [String] {
    Set(LetterFolding.tokens(text)).sorted()
  }

  /// Whether a name has a token that can tell one party from another; without one, as in
  /// `Trading Co`, it meets only a listed name of exactly the same tokens.
  public static func areDistinctive(_ text: String) -> Bool {
    LetterFolding.tokens(text).contains(where: LegalForm.isDistinctive)
  }
}
