import Vocabulary

/// The facts that a duty may depend on, as what is missing when they are not known.
enum DutyWords {
  static let holder = LocalizedText(
    "whether the holder is an institution that the Act binds", korean: "보유자가 대상기관인지 여부")
  static let core = LocalizedText(
    "whether the technology is a national core technology", korean: "국가핵심기술 해당 여부")
  static let funding = LocalizedText(
    "whether the state paid for its research and development", korean: "국가 연구개발비 지원 여부")
}
