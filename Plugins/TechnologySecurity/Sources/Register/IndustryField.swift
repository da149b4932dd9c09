internal import Vocabulary

/// The industry that a technology belongs to: the fields of the Korean designation and those beside
/// it that the register needs.
enum IndustryField: String, CaseIterable {
  case semiconductors, electronics, display, batteries, magnets, optics
  case vehicles, shipbuilding, machinery, robots, metals, chemicals
  case bio, nuclear, hydrogen, communications, space, defence

  /// The name in both languages.
  var title: LocalizedText {
    switch self {
    case .semiconductors: LocalizedText("semiconductors", korean: "반도체")
    case .electronics: LocalizedText("electronic components", korean: "전자부품")
    case .display: LocalizedText("displays", korean: "디스플레이")
    case .batteries: LocalizedText("secondary batteries", korean: "이차전지")
    case .magnets: LocalizedText("magnets", korean: "자석")
    case .optics: LocalizedText("optics", korean: "광학")
    case .vehicles: LocalizedText("vehicles", korean: "자동차")
    case .shipbuilding: LocalizedText("shipbuilding", korean: "조선")
    case .machinery: LocalizedText("machinery", korean: "기계")
    case .robots: LocalizedText("robots", korean: "로봇")
    case .metals: LocalizedText("metals", korean: "금속")
    case .chemicals: LocalizedText("chemicals", korean: "화학")
    case .bio: LocalizedText("biotechnology", korean: "생명공학")
    case .nuclear: LocalizedText("nuclear power", korean: "원자력")
    case .hydrogen: LocalizedText("hydrogen", korean: "수소")
    case .communications: LocalizedText("communications", korean: "정보통신")
    case .space: LocalizedText("space", korean: "우주")
    case .defence: LocalizedText("defence", korean: "방위산업")
    }
  }
}
