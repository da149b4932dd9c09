internal import TechnologyDuty
internal import Vocabulary

/// One technology that one holder may give away on a day, as the rule of the Act reads it.
struct TransferCase {
  let technology: Technology
  let holder: Holder
  let act: TransferAct
  let day: Day

  /// The duty, with the steps that lead to it.
  var finding: DutyFinding {
    let holding = holder.holding(of: technology.identifier)
    let facts = TransferFacts(
      isNationalCore: technology.nationalCore(on: day)
        .fact(orMissing: technology.missingDesignation(on: day)),
      isStateFunded: (holding?.stateFunded ?? .unknown).fact(orMissing: missingFunding),
      // Whoever holds industrial technology is bound, by the definition of the institutions.
      holderIsBound: holding == nil ? .unknown(missingHolding) : .yes, act: act)
    return DutyRule.duty(facts, on: day)
  }

  private var missingFunding: LocalizedText {
    LocalizedText(
      "whether the state paid for the research and development of \(technology.title.english) at "
        + holder.name.english,
      korean: "\(holder.name.text(in: .korean))의 \(technology.title.text(in: .korean)) "
        + "연구개발비 국가 지원 여부")
  }

  private var missingHolding: LocalizedText {
    LocalizedText(
      "whether \(holder.name.english) holds \(technology.title.english); no holding is on record",
      korean: "\(holder.name.text(in: .korean))의 \(technology.title.text(in: .korean)) 보유 여부"
        + "(보유 기록 없음)")
  }
}
