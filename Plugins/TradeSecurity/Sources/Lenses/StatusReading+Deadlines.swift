internal import Kernel
internal import MeasureStatus
internal import Vocabulary

extension StatusReading {
  /// The last day that is looked at.
  var horizonEnd: Day { input.asOf.adding(days: input.event.horizonDays) }

  /// The days on which the event's measures, and other measures of the same author on the event's
  /// products, change within the horizon, and the ends that passed without a record of what
  /// followed; the earliest first.
  func deadlines() throws -> [Finding] {
    let measures = named + related
    let findings = try measures.flatMap { try passed($0) + changes(of: $0) }
    return findings.sorted { first, second in
      (first.due ?? input.asOf, first.subject) < (second.due ?? input.asOf, second.subject)
    }
  }

  /// The other measures of the event's author that cover one of its products, wholly or in part.
  private var related: [RegisteredMeasure] {
    guard let author = input.event.author else { return [] }
    return register.filter { registered in
      registered.author == author && !input.event.measures.contains(registered.identifier)
        && registered.measure.scope.goods != .notStated
        && input.event.products.contains { covers($0, registered.measure, author: author) }
    }
  }

  /// Whether a measure covers a product on its way from or to the author, as far as is said.
  private func covers(_ product: ProductCode, _ measure: Measure, author: String) -> Bool {
    let home = input.event.home
    let ways = [(author, home), (home, author)]
    return ways.contains { origin, destination in
      measure.covers(TradeQuestion(product: product, origin: origin, destination: destination))
        .answer != .no
    }
  }

  private func passed(_ registered: RegisteredMeasure) throws -> [Finding] {
    guard let standing = standing(of: registered, on: input.asOf),
      standing.status == .expiredUnverified, let since = standing.since
    else { return [] }
    let sentence = StatusSentence(registered)
    var finding = try finding(
      TradeIndicators.deadline, of: registered, sentence.passed(standing, on: since))
    finding.status = .insufficient(missing: [sentence.missing(standing)])
    finding.evidence = standing.reasons.map(\.evidence)
    finding.due = since
    return [finding]
  }

  private func changes(of registered: RegisteredMeasure) throws -> [Finding] {
    var findings: [Finding] = []
    var day = input.asOf.adding(days: -1)
    while let next = standing(of: registered, on: day)?.nextChange, next <= horizonEnd,
      let after = standing(of: registered, on: next)
    {
      day = next
      // An end that has come without a record of what followed is told as passed.
      if next <= input.asOf, after.status == .expiredUnverified { continue }
      var finding = try finding(
        TradeIndicators.deadline, of: registered,
        StatusSentence(registered).change(to: after, on: next))
      finding.evidence = after.reasons.map(\.evidence)
      finding.due = next
      findings.append(finding)
    }
    return findings
  }
}
