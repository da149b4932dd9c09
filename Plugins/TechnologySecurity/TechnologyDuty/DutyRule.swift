public import Vocabulary

/// The duty that the Act attaches to an act of transfer, by the day of the act.
///
/// A national core technology needs approval when the state paid for its research, and
/// notification when it did not: Article 11 (1) and (4) for exports, Article 11-2 for foreign
/// mergers and investment.
public enum DutyRule {
  /// The duty in one case on a day.
  public static func duty(_ facts: TransferFacts, on day: Day) -> DutyFinding {
    guard let version = ActVersion.version(on: day) else { return beforeTheRecord(day) }
    let (possible, missing) = possibleDuties(facts)
    let duty =
      if possible.count == 1, let only = possible.first {
        only
      } else {
        Duty.cannotTell(missing: missing)
      }
    return DutyFinding(
      duty: duty, possible: possible, steps: DutySteps(facts, version).steps(to: duty),
      version: version)
  }

  /// The duties that remain when each unknown fact may be a yes or a no, and the facts that would
  /// decide between them.
  private static func possibleDuties(_ facts: TransferFacts) -> ([Duty], missing: [String]) {
    var missing: [String] = []
    for (answer, name) in [
      (facts.holderIsBound, "whether the holder is an institution that the Act binds"),
      (facts.isNationalCore, "whether the technology is a national core technology"),
    ] {
      switch answer {
      case .yes: continue
      case .no: return ([.none], [])
      case .cannotTell(let facts): missing += facts.isEmpty ? [name] : facts
      }
    }
    let none: [Duty] = missing.isEmpty ? [] : [.none]
    switch facts.isStateFunded {
    case .yes: return ([.approval] + none, missing)
    case .no: return ([.notification] + none, missing)
    case .cannotTell(let facts):
      let name = "whether the state paid for its research and development"
      return ([.approval, .notification] + none, missing + (facts.isEmpty ? [name] : facts))
    }
  }

  private static func beforeTheRecord(_ day: Day) -> DutyFinding {
    DutyFinding(
      duty: .cannotTell(missing: ["the version of the Act that applied on \(day)"]),
      possible: [.approval, .notification, .none],
      steps: ActVersion.recorded.prefix(1).map { earliest in
        CitedStep(
          LocalizedText(
            "The earliest version on record does not cover \(day)",
            korean: "기록된 가장 이른 법률은 \(day)에 적용되지 않는다"),
          citation: earliest.title.english)
      }, version: nil)
  }
}
