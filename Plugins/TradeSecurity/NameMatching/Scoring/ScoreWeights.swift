/// How the score weighs what met against what did not.
///
/// The values were fitted on one half of the labelled cases and are checked on the other; they are
/// constants of the method, not of a list.
public struct ScoreWeights: Sendable, Hashable {
  /// For each unit of a name that only the query has.
  public var onlyQuery: Float
  /// For each unit of a name that only the listed name has.
  public var onlyListed: Float
  /// For each unit by which both sides have something that the other lacks.
  public var conflict: Float
  /// For each unit of similarity that a token lacks that met another.
  public var damage: Float
  /// The least weight of a name in a conflict.
  public var leastConflict: Float
  /// What an initial weighs in a conflict.
  public var initialConflict: Float
  /// What a common word weighs in a conflict, as a share of its weight.
  public var commonConflict: Float = 0.8
  /// How much evidence a partial match needs.
  public var evidence: Float
  /// From this weight of what met none on a match is partial.
  public var partialRest: Float = 0.15
  /// What is left of a score when the legal forms speak against each other.
  ///
  /// One of them is used for any kind of firm, as Limited and Corporation are in translation.
  public var differentForms: Float
  /// The same where each form is of one kind, as AG and GmbH are: two firms of a group.
  public var oppositeForms: Float = 0.7
  /// By how much a number that only one side has weighs more than one that met: Fund 5 is not Fund 8.
  public var loneNumber: Float = 1
  /// From this similarity on a token that met none is the repetition of one that did.
  public var repetition: Float = 0.9
  /// What is left of the weight of a repeated token.
  public var repeated: Float = 0.23
  /// How much the rest of a name counts against an initial that stands for it.
  public var initialRest: Float
  /// The weight that must meet otherwise than by initials.
  public var leastSolid: Float
  /// Up to this weight of differences, particles aside, a name counts as met in whole, whatever it is
  /// made of.
  public var wholeRest: Float = 0.05
  /// For each pair of characters of a given name that met in another order.
  public var disorder: Float = 0.8
  /// The similarity of words glued or split and otherwise equal.
  public var gluedOrSplit: Float = 0.97
  /// The similarity of words that have the consonants of one word in another script.
  public var joinedConsonants: Float = 0.82
  /// The similarity of words glued or split that sound alike.
  public var joined: Float = 0.84
  /// The similarity of an acronym and its words.
  public var acronym: Float = 0.85

  /// What is left of a score when both kinds of party are known and are not the same: lists seldom err
  /// in that, but a firm may bear the name of its owner.
  public static let otherKind: Float = 0.8
  /// From this score on two family names, or a family and a given name, are one.
  public static let sameNamePart = 0.6
  /// What is left of the score of two people whose given and family names are each other's.
  public static let swappedNameParts = 0.7
  /// What is left of it where their family names do not meet, so that only given names did.
  public static let otherFamilyName = 0.6

  /// For the names of people.
  public static let person = ScoreWeights(
    onlyQuery: 0.65, onlyListed: 0.36, conflict: 0.9, damage: 2.2, leastConflict: 1,
    initialConflict: 1, evidence: 0.17, differentForms: 1, initialRest: 0.1, leastSolid: 0.9)
  /// For the names of organisations, vessels and aircraft.
  public static let other = ScoreWeights(
    onlyQuery: 0.45, onlyListed: 0.22, conflict: 0.36, damage: 1.5, leastConflict: 0.1,
    initialConflict: 0.26, evidence: 0.07, differentForms: 0.925, loneNumber: 3.4,
    initialRest: 0.05, leastSolid: 0.28)

  /// The share of the query's weight that must meet for a score to be possible.
  ///
  /// With M met and U = W - M not met, the score is at most M / (M + a U) (see `NameScore`), so that a
  /// score of at least T needs M >= a T W / (1 - T + a T).
  func leastShare(threshold: Float) -> Float {
    guard threshold < 1 else { return 1 }
    return onlyQuery * threshold / (1 - threshold + onlyQuery * threshold)
  }
}
