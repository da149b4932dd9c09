internal import Vocabulary

/// How much hangs on a technology, most first.
enum Criticality: String, CaseIterable, Comparable {
  /// Named by the state as decisive for security or the economy.
  case strategic
  /// A whole industry stands on it.
  case core
  /// Kept in the register for what it uses.
  case general

  /// The name in both languages.
  var title: LocalizedText {
    switch self {
    case .strategic: LocalizedText("strategic", korean: "전략")
    case .core: LocalizedText("core", korean: "핵심")
    case .general: LocalizedText("general", korean: "일반")
    }
  }

  /// The most critical comes first.
  static func < (first: Criticality, second: Criticality) -> Bool {
    first.rank < second.rank
  }

  private var rank: Int {
    switch self {
    case .strategic: 0
    case .core: 1
    case .general: 2
    }
  }
}
