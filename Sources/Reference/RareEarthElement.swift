public import Vocabulary

/// The elements that share the material and the product codes of the rare earths (IUPAC 2005).
public enum RareEarthElement: String, CaseIterable {
  case scandium, yttrium, lanthanum, cerium, praseodymium, neodymium, promethium, samarium
  case europium, gadolinium, terbium, dysprosium, holmium, erbium, thulium, ytterbium, lutetium

  /// The material that stands for all of them in statistics.
  public static let material = "rare-earths"

  /// The name in both languages.
  public var title: LocalizedText { LocalizedText(rawValue, korean: korean) }

  private var korean: String {
    switch self {
    case .scandium: "스칸듐"
    case .yttrium: "이트륨"
    case .lanthanum: "란타넘"
    case .cerium: "세륨"
    case .praseodymium: "프라세오디뮴"
    case .neodymium: "네오디뮴"
    case .promethium: "프로메튬"
    case .samarium: "사마륨"
    case .europium: "유로퓸"
    case .gadolinium: "가돌리늄"
    case .terbium: "터븀"
    case .dysprosium: "디스프로슘"
    case .holmium: "홀뮴"
    case .erbium: "어븀"
    case .thulium: "툴륨"
    case .ytterbium: "이터븀"
    case .lutetium: "루테튬"
    }
  }
}
