public import Vocabulary

/// What is known of one fact of a case.
public enum Fact: Hashable, Sendable {
  case yes
  case no
  /// It is not known; the words say what is missing, those of the rule when they are nil.
  case unknown(LocalizedText? = nil)

  /// The answers that remain: one when it is known, both when it is not.
  var remaining: [Bool] {
    switch self {
    case .yes: [true]
    case .no: [false]
    case .unknown: [true, false]
    }
  }
}
