/// A listed name that a query met, with the reasons for its score.
public struct NameCandidate: Hashable, Sendable {
  /// The listed name, primary or alias.
  public let name: ListedName
  /// How near it is, 0 to 1; 1 when all tokens met, in whatever order, and the legal forms agree.
  public let score: Double
  /// How the score came about.
  public let explanation: ScoreExplanation
}

/// How a score came about: S = M / (M + d D + a Uq + b Un + c X), times the factors.
public struct ScoreExplanation: Hashable, Sendable {
  /// A token, or neighbouring tokens, of the query that met some of the listed name.
  public struct Meeting: Hashable, Sendable {
    /// The words of the query.
    public let query: String
    /// The words of the listed name.
    public let listed: String
    /// How they met: equal, spelling, edit, vowels_omitted, beginning, initial, nickname, script,
    /// joined or acronym.
    public let way: String
    /// How near they are, 0 to 1.
    public let similarity: Double
    /// How much they tell, by how rare they are.
    public let weight: Double
  }

  /// A token that met none.
  public struct Rest: Hashable, Sendable {
    /// The word.
    public let word: String
    /// How much it counts: how much it tells, less where it repeats a word that met, more where it is a
    /// number.
    public let weight: Double
  }

  /// The tokens that met.
  public let meetings: [Meeting]
  /// The tokens of the query that met none.
  public let onlyInQuery: [Rest]
  /// The tokens of the listed name that met none.
  public let onlyInName: [Rest]
  /// The classes of the legal forms set aside, of the query and of the listed name.
  public let queryForms: [String]
  /// The classes of the legal forms of the listed name.
  public let listedForms: [String]
  /// The weight that met, times its similarity (M).
  public let met: Double
  /// What the tokens that met lack of being equal (D).
  public let damage: Double
  /// The weight by which each side has what the other lacks (X).
  public let conflict: Double
  /// The factors below 1: evidence, legal_form, initials and kind, by name.
  public let factors: [String: Double]

  /// What would change the verdict most, in a sentence each, the greatest change first.
  public var wouldChange: [String] {
    var sentences: [String] = []
    if let rest = onlyInQuery.max(by: { $0.weight < $1.weight }), rest.weight > 0.2 {
      sentences.append("without '\(rest.word)', which only the query has, it would score higher")
    }
    if let rest = onlyInName.max(by: { $0.weight < $1.weight }), rest.weight > 0.2 {
      sentences.append("with '\(rest.word)' in the query it would score higher")
    }
    if let weakest = meetings.min(by: { $0.similarity < $1.similarity }), weakest.similarity < 0.97
    {
      sentences.append("'\(weakest.query)' spelt '\(weakest.listed)' would score higher")
    }
    if let strongest = meetings.max(by: { $0.weight < $1.weight }) {
      sentences.append("another word in place of '\(strongest.query)' would score lower")
    }
    return sentences
  }
}
