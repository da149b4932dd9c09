public import Vocabulary

/// The measures that are on record, in the order of their identifiers.
public struct MeasureRegister: Sendable {
  /// The measures.
  public let measures: [Measure]

  /// Makes a register from measures in any order.
  public init(_ measures: [Measure]) {
    self.measures = measures.sorted { $0.identifier < $1.identifier }
  }

  /// Whether any measure restricts a trade on a day, as far as could be known on another.
  ///
  /// A no means that the register holds nothing against the trade; it is never a clearance.
  public func restricts(_ question: TradeQuestion, on day: Day, knownAt: Day? = nil)
    -> RegisterFinding
  {
    let isUnasked: (Measure) -> Bool = { question.party == nil && $0.scope.concernsParties }
    let known = measures.filter { measure in
      measure.kind.restrictsTrade && (knownAt.map { measure.learned <= $0 } ?? true)
    }
    let bearing: [MeasureFinding] = known.filter { !isUnasked($0) }.compactMap { measure in
      guard measure.covers(question).answer != .no else { return nil }
      return MeasureFinding(
        identifier: measure.identifier,
        result: measure.restricts(question, on: day, knownAt: knownAt),
        standing: measure.standing(on: day, knownAt: knownAt))
    }
    return RegisterFinding(
      answer: bearing.reduce(Answer.no) { $0.or($1.result.answer) },
      measures: bearing, compared: known.count { !isUnasked($0) },
      partyListings: known.filter(isUnasked).map(\.identifier))
  }
}

/// What the measures of a register together say about one trade.
public struct RegisterFinding: Hashable, Sendable {
  /// Whether one of them restricts it.
  public let answer: Answer
  /// The measures whose scope covers the trade or may cover it, in force or not.
  public let measures: [MeasureFinding]
  /// How many measures were compared with the trade: those known that restrict trade.
  public let compared: Int
  /// The party listings that were left out because the question named no party.
  public let partyListings: [String]
}

/// What one measure says about a trade that its scope covers or may cover.
public struct MeasureFinding: Hashable, Sendable {
  /// The identifier of the measure.
  public let identifier: String
  /// Whether it restricts the trade, and the steps to that answer.
  public let result: CitedAnswer
  /// Where it stands on the day.
  public let standing: MeasureStanding?
}
