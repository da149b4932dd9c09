/// The four levels of the Korean state's crisis warning, lowest first.
public enum Level: Int, CaseIterable, Comparable, Hashable, Sendable {
  case attention = 1
  case caution
  case alert
  case serious

  /// The level with an English name, or nil.
  public init?(name: String) {
    guard let level = Level.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }

  /// The English name in lower case.
  public var name: String {
    switch self {
    case .attention: "attention"
    case .caution: "caution"
    case .alert: "alert"
    case .serious: "serious"
    }
  }

  /// The name in both languages: 관심, 주의, 경계, 심각.
  public var title: LocalizedText {
    switch self {
    case .attention: LocalizedText("attention", korean: "관심")
    case .caution: LocalizedText("caution", korean: "주의")
    case .alert: LocalizedText("alert", korean: "경계")
    case .serious: LocalizedText("serious", korean: "심각")
    }
  }

  /// Whether the first level is lower.
  public static func < (first: Level, second: Level) -> Bool { first.rawValue < second.rawValue }
}
