public import Vocabulary

/// The duty that the Act attaches to an act of transfer, by the day of the act.
///
/// A national core technology needs approval when the state paid for its research, and
/// notification when it did not: Article 11 (1) and (4) for exports, Article 11-2 (1) and (5) for
/// foreign mergers and investment. Before 21 February 2020 Article 11-2 asked only for
/// notification, and only when the state had paid; before 26 January 2012 there was no such article.
public enum DutyRule {
  /// The duty in one case on a day.
  public static func duty(_ facts: TransferFacts, on day: Day) -> DutyFinding {
    guard let version = ActVersion.version(on: day) else { return beforeTheAct(day) }
    let rule = version.rule(facts.act)
    let reachable = Set(cases(of: facts).map { outcome($0, rule) })
    let possible = TransferRule.SettledDuty.allCases.filter(reachable.contains).map(Duty.init)
    let duty =
      if possible.count == 1, let only = possible.first {
        only
      } else {
        Duty.cannotTell(missing: missing(facts, rule))
      }
    return DutyFinding(
      duty: duty, possible: possible, steps: DutySteps(facts, version).steps(to: duty),
      version: version)
  }

  /// One way in which the open facts may turn out.
  private struct SettledFacts {
    var isBound: Bool
    var isCore: Bool
    var isFunded: Bool
  }

  private static func cases(of facts: TransferFacts) -> [SettledFacts] {
    facts.holderIsBound.remaining.flatMap { isBound in
      facts.isNationalCore.remaining.flatMap { isCore in
        facts.isStateFunded.remaining.map { isFunded in
          SettledFacts(isBound: isBound, isCore: isCore, isFunded: isFunded)
        }
      }
    }
  }

  private static func outcome(_ facts: SettledFacts, _ rule: TransferRule?)
    -> TransferRule.SettledDuty
  {
    guard let rule, facts.isBound, facts.isCore else { return .none }
    return (facts.isFunded ? rule.funded : rule.notFunded).duty
  }

  /// The open facts that can still change the outcome, in the words of the case or in ours.
  private static func missing(_ facts: TransferFacts, _ rule: TransferRule?) -> [LocalizedText] {
    let cases = cases(of: facts)
    let questions: [(Fact, WritableKeyPath<SettledFacts, Bool>, LocalizedText)] = [
      (facts.holderIsBound, \.isBound, DutyWords.holder),
      (facts.isNationalCore, \.isCore, DutyWords.core),
      (facts.isStateFunded, \.isFunded, DutyWords.funding),
    ]
    return questions.compactMap { fact, path, words in
      guard case .unknown(let own) = fact else { return nil }
      let decides = cases.contains { facts in
        var other = facts
        other[keyPath: path].toggle()
        return outcome(facts, rule) != outcome(other, rule)
      }
      return decides ? own ?? words : nil
    }
  }

  private static func beforeTheAct(_ day: Day) -> DutyFinding {
    let first = ActVersion.recorded.first
    let start = ActVersion.firstDay?.description ?? ""
    return DutyFinding(
      duty: .none, possible: [.none],
      steps: [
        CitedStep(
          LocalizedText(
            "On \(day) the Act was not yet in force; it is since \(start)",
            korean: "\(day)에는 이 법이 시행되기 전이었다(\(start) 시행)"),
          citation: first?.citation("Addenda") ?? "")
      ], version: nil)
  }
}
