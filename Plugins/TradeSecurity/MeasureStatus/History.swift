import Vocabulary

/// The life of one measure as far as it is known: its own period and the acts in order.
///
/// The last act that confirms it in force settles everything before it. After that, in this order:
/// an act that ends it, a draft, its own start, its own end, its suspensions.
struct History {
  let validity: Validity
  let citation: String
  let acts: [MeasureAct]

  /// What holds on one day.
  struct Verdict {
    let status: MeasureStanding.Status
    let isOperative: Bool
    let reasons: [CitedStep]

    init(_ status: MeasureStanding.Status, isOperative: Bool = false, _ reasons: CitedStep...) {
      self.status = status
      self.isOperative = isOperative
      self.reasons = reasons
    }
  }

  /// The days on which anything can change, in order.
  var turningDays: [Day] {
    let own = [validity.from, validity.end].compactMap(\.self)
    return Set(own + acts.map(\.from) + acts.compactMap(\.period.end)).sorted()
  }

  /// What holds on a day, and why.
  func verdict(on day: Day) -> Verdict {
    let begun = acts.filter { $0.from <= day }
    let confirmed = begun.lastIndex { $0.kind == .confirmedInForce }
    let since = begun.suffix(from: confirmed.map { $0 + 1 } ?? 0)
    let confirmation = confirmed.map { begun[$0] }
    if let ending = since.first(where: \.kind.endsMeasure) { return ended(by: ending, day) }
    if let draft = since.first(where: { $0.kind == .proposed }) { return proposed(by: draft) }
    if let from = validity.from, day < from { return notYet(from: from) }
    if let end = storedEnd(after: confirmation), day >= end { return unverifiedEnd(end) }
    return suspension(among: since.filter { $0.kind == .suspended }, on: day)
      ?? inForce(confirmation)
  }

  /// The end that the texts name, unless a later confirmation passed over it.
  private func storedEnd(after confirmation: MeasureAct?) -> Day? {
    guard let confirmation else { return validity.end }
    if let end = confirmation.period.end { return end }
    guard let end = validity.end, confirmation.from < end else { return nil }
    return end
  }

  private func ended(by act: MeasureAct, _ day: Day) -> Verdict {
    guard act.kind == .struckDown else {
      return Verdict(.expired, Wording.ended(by: act))
    }
    let stillApplied = act.until != nil && act.period.contains(day)
    return Verdict(
      .struckDown, isOperative: stillApplied, Wording.struckDown(act, stillApplied: stillApplied))
  }

  private func proposed(by act: MeasureAct) -> Verdict {
    Verdict(.proposed, Wording.proposed(act))
  }

  private func notYet(from: Day) -> Verdict {
    Verdict(.notYetInForce, Wording.notYet(from: from, citation: citation))
  }

  private func unverifiedEnd(_ end: Day) -> Verdict {
    Verdict(
      .expiredUnverified, Wording.began(validity.from, citation: citation),
      Wording.unverifiedEnd(end, citation: citation))
  }

  private func suspension(among suspensions: [MeasureAct], on day: Day) -> Verdict? {
    let began = Wording.began(validity.from, citation: citation)
    if let current = suspensions.last(where: { $0.period.contains(day) }) {
      return Verdict(.suspended, began, Wording.suspended(by: current))
    }
    let ends = suspensions.compactMap { act in act.period.end.map { (act: act, day: $0) } }
    guard let last = ends.max(by: { $0.day < $1.day }) else { return nil }
    return Verdict(
      .expiredUnverified, isOperative: true, began,
      Wording.unverifiedRevival(of: last.act, end: last.day))
  }

  private func inForce(_ confirmation: MeasureAct?) -> Verdict {
    let began = Wording.began(validity.from, citation: citation)
    guard let confirmation else { return Verdict(.inForce, isOperative: true, began) }
    return Verdict(.inForce, isOperative: true, began, Wording.confirmed(by: confirmation))
  }
}
