internal import TechnologyDuty
internal import Vocabulary

/// What the register says on a question of fact; what is not recorded is unknown, never a no.
enum Standing: String, CaseIterable {
  case yes
  case no
  case unknown

  /// The names, for schemas and checks.
  static let names = allCases.map(\.rawValue)

  /// The standing as a fact of a case, with the words for what is missing.
  func fact(orMissing words: LocalizedText) -> Fact {
    switch self {
    case .yes: .yes
    case .no: .no
    case .unknown: .unknown(words)
    }
  }
}
