/// A listed name that a query met, with the reasons for its score.
public struct NameCandidate: Hashable, Sendable {
  /// The listed name, primary or alias.
  public let name: ListedName
  /// How near it is, 0 to 1; 1 when all tokens met, in whatever order, and the legal forms agree.
  public let score: Double
  /// The tokens that met.
  public let met: [String]
  /// The tokens of the query that met none.
  public let onlyInQuery: [String]
  /// The tokens of the listed name that met none.
  public let onlyInName: [String]
  /// The legal forms that were set aside, of the query and of the listed name.
  public let droppedForms: [String]
}
