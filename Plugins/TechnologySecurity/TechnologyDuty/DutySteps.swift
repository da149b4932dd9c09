import Vocabulary

/// The steps from the facts of a case to its duty, in the order in which the Act asks for them.
struct DutySteps {
  private let facts: TransferFacts
  private let version: ActVersion

  init(_ facts: TransferFacts, _ version: ActVersion) {
    self.facts = facts
    self.version = version
  }

  /// The steps; they stop at the first that decides the duty.
  func steps(to duty: Duty) -> [CitedStep] {
    if facts.holderIsBound == .no { return [holder, conclusion(duty)] }
    if facts.isNationalCore == .no { return [holder, core, conclusion(duty)] }
    return [holder, core, funding, conclusion(duty)]
  }

  private var holder: CitedStep {
    step(
      facts.holderIsBound, "Article 2",
      yes: ("The holder is an institution that the Act binds", "보유자는 대상기관이다"),
      no: ("The holder is no institution that the Act binds", "보유자는 대상기관이 아니다"),
      open: ("It is not known whether the Act binds the holder", "보유자가 대상기관인지 알 수 없다"))
  }

  private var core: CitedStep {
    step(
      facts.isNationalCore, "Article 9",
      yes: ("The technology is a national core technology", "국가핵심기술이다"),
      no: ("The technology is no national core technology", "국가핵심기술이 아니다"),
      open: (
        "It is not known whether the technology is a national core technology",
        "국가핵심기술인지 알 수 없다"
      ))
  }

  private var funding: CitedStep {
    step(
      facts.isStateFunded, article(approval: facts.isStateFunded != .no),
      yes: ("The state paid for its research and development", "국가 연구개발비로 개발되었다"),
      no: (
        "The state did not pay for its research and development",
        "국가 연구개발비 없이 개발되었다"
      ),
      open: (
        "It is not known whether the state paid for its research and development",
        "국가 연구개발비 지원 여부를 알 수 없다"
      ))
  }

  private func conclusion(_ duty: Duty) -> CitedStep {
    let (article, english, korean) =
      switch duty {
      case .approval:
        (
          article(approval: true), "The minister must approve beforehand",
          "미리 장관의 승인을 받아야 한다"
        )
      case .notification where facts.act == .export:
        (
          article(approval: false),
          "The minister must be notified beforehand, and may stop or undo it",
          "미리 장관에게 신고하여야 하며, 장관은 중지나 원상회복을 명할 수 있다"
        )
      case .notification:
        (articles, "The minister must be notified beforehand", "미리 장관에게 신고하여야 한다")
      case .none:
        (
          articles,
          "These articles ask for nothing; other laws, such as export control, were not examined",
          "이 조항에 따른 의무는 없으나 수출통제 등 다른 법률은 검토하지 않았다"
        )
      case .cannotTell:
        (articles, "The duty depends on facts that are missing", "빠진 사실에 따라 의무가 달라진다")
      }
    return CitedStep(
      LocalizedText(english, korean: korean), citation: version.citation(article))
  }

  /// The article of a duty; Article 11-2 is cited whole, since its paragraphs were not checked.
  private func article(approval: Bool) -> String {
    guard facts.act == .export else { return articles }
    return approval ? "Article 11 (1)" : "Article 11 (4)"
  }

  private var articles: String { facts.act == .export ? "Article 11" : "Article 11-2" }

  private func step(
    _ answer: Answer, _ article: String, yes: (String, String), no: (String, String),
    open: (String, String)
  ) -> CitedStep {
    let (english, korean) =
      switch answer {
      case .yes: yes
      case .no: no
      case .cannotTell: open
      }
    return CitedStep(
      LocalizedText(english, korean: korean), citation: version.citation(article))
  }
}
