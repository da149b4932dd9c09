import Vocabulary

/// The steps from the facts of a case to its duty, in the order in which the Act asks for them.
struct DutySteps {
  private let facts: TransferFacts
  private let version: ActVersion

  init(_ facts: TransferFacts, _ version: ActVersion) {
    self.facts = facts
    self.version = version
  }

  /// The steps; they stop at the first that decides the duty, and end with what was not examined.
  func steps(to duty: Duty) -> [CitedStep] {
    guard let rule = version.rule(facts.act) else { return [noArticle, otherLaws] }
    let decided = [conclusion(duty, rule)] + waiver(duty) + [otherLaws]
    if facts.holderIsBound == .no { return [holder] + decided }
    if facts.isNationalCore == .no { return [holder, core] + decided }
    return [holder, core, funding(rule)] + decided
  }

  private var holder: CitedStep {
    let (english, korean) =
      switch facts.holderIsBound {
      case .yes: ("The holder is an institution that the Act binds", "보유자는 대상기관이다")
      case .no: ("The holder is no institution that the Act binds", "보유자는 대상기관이 아니다")
      case .unknown: ("It is not known whether the Act binds the holder", "보유자가 대상기관인지 알 수 없다")
      }
    return step(english, korean, version.holderArticle)
  }

  private var core: CitedStep {
    switch facts.isNationalCore {
    case .yes:
      return step("The technology is a national core technology", "국가핵심기술이다", "Article 9")
    case .no:
      return step("The technology is no national core technology", "국가핵심기술이 아니다", "Article 9")
    case .unknown:
      let english = "It is not known whether the technology is a national core technology"
      let korean = "국가핵심기술인지 알 수 없다"
      guard let determination = version.determination else {
        return step(english, korean, "Article 9")
      }
      return step(
        english + "; the minister determines it on request", korean + "(장관에게 판정을 신청할 수 있다)",
        determination)
    }
  }

  private func funding(_ rule: TransferRule) -> CitedStep {
    switch facts.isStateFunded {
    case .yes:
      step(
        "The state paid for its research and development", "국가 연구개발비를 지원받아 개발되었다",
        rule.funded.article)
    case .no:
      step(
        "The state did not pay for its research and development", "국가 연구개발비 지원 없이 개발되었다",
        rule.notFunded.article)
    case .unknown:
      step(
        "It is not known whether the state paid for its research and development",
        "국가 연구개발비 지원 여부를 알 수 없다", rule.funded.article)
    }
  }

  private func conclusion(_ duty: Duty, _ rule: TransferRule) -> CitedStep {
    let outcome = facts.isStateFunded == .no ? rule.notFunded : rule.funded
    switch duty {
    case .approval:
      return step("The minister must approve beforehand", "미리 장관의 승인을 받아야 한다", outcome.article)
    case .notification:
      return step(
        "The minister must be notified beforehand, and may stop or undo it",
        "미리 장관에게 신고하여야 하며, 장관은 중지나 원상회복을 명할 수 있다", outcome.article)
    case .none:
      return step("This article asks for nothing", "이 조항에 따른 의무는 없다", article)
    case .cannotTell:
      return step(
        "The duty depends on facts that are missing", "확인되지 않은 사실에 따라 의무가 달라진다", article)
    }
  }

  private func waiver(_ duty: Duty) -> [CitedStep] {
    guard facts.act == .export, duty != .none, let article = version.waiver else { return [] }
    return [
      step(
        "The minister may waive or simplify the procedure where little leakage is feared; whether "
          + "that was done is not examined",
        "유출 우려가 적다고 인정되면 장관이 절차를 일부 면제하거나 간소화할 수 있으나 그 해당 여부는 검토하지 않았다",
        article)
    ]
  }

  private var noArticle: CitedStep {
    step(
      "This version of the Act asks for nothing before a foreign merger",
      "이 법률은 해외 인수·합병에 대한 의무를 두지 않았다", "Article 11")
  }

  // Article 4: special provisions of other laws go first.
  private var otherLaws: CitedStep {
    step(
      "Other laws, such as those on strategic industries, foreign trade and defence, were not "
        + "examined; this is no clearance",
      "국가첨단전략산업법·대외무역법·방위산업 관계 법률 등 다른 법률은 검토하지 않았으므로 허용을 뜻하지 않는다",
      "Article 4")
  }

  private var article: String { facts.act == .export ? "Article 11" : "Article 11-2" }

  private func step(_ english: String, _ korean: String, _ article: String) -> CitedStep {
    CitedStep(LocalizedText(english, korean: korean), citation: version.citation(article))
  }
}
