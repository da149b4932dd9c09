public import Vocabulary

extension Measure {
  /// Whether the scope covers a trade, whatever its standing; for tariffs as for controls.
  public func covers(_ question: TradeQuestion) -> CitedAnswer {
    scope.covers(question, citation: citation)
  }

  /// Whether the measure restricts a trade on a day, as far as could be known on another.
  ///
  /// A measure that applies only by its text, because nobody recorded what followed a stored end,
  /// gives no yes and no no.
  public func restricts(_ question: TradeQuestion, on day: Day, knownAt: Day? = nil)
    -> CitedAnswer
  {
    let coverage = covers(question)
    guard kind.restrictsTrade, coverage.answer != .no else {
      return CitedAnswer(.no, steps: coverage.steps)
    }
    guard let standing = standing(on: day, knownAt: knownAt) else {
      return CitedAnswer(.no, steps: [])
    }
    return CitedAnswer(
      coverage.answer.and(operation(standing)), steps: coverage.steps + standing.reasons)
  }

  private func operation(_ standing: MeasureStanding) -> Answer {
    guard standing.status == .expiredUnverified else {
      return standing.isOperativeByText ? .yes : .no
    }
    let passed = standing.isOperativeByText ? "the suspension" : "the stored end"
    return .cannotTell(missing: ["what followed \(passed) of \(citation)"])
  }
}
