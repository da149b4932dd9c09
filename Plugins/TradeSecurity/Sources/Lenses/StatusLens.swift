internal import Kernel
internal import MeasureStatus
internal import Vocabulary

/// The lens `trade-status`: where the event's measures stand, what they cost, and which days run
/// out.
enum StatusLens {
  static let lens = Lens(
    "trade-status", title: LocalizedText("Status of the measures", korean: "조치의 법적 상태"),
    writes: [
      TradeIndicators.status.name, TradeIndicators.deadline.name, TradeIndicators.rate.name,
    ]
  ) { input in
    let reading = StatusReading(
      input, register: try StoredMeasures.load(on: input.asOf, input.connection))
    return try reading.statuses() + reading.rates() + reading.deadlines()
  }
}

/// One reading of an event against the register of measures.
struct StatusReading {
  let input: LensInput
  let register: [RegisteredMeasure]

  init(_ input: LensInput, register: [RegisteredMeasure]) {
    self.input = input
    self.register = register
  }

  /// The event's measures that the register holds, in the order of the event.
  var named: [RegisteredMeasure] {
    input.event.measures.compactMap { identifier in
      register.first { $0.identifier == identifier }
    }
  }

  /// Where each measure of the event stands on the day.
  func statuses() throws -> [Finding] {
    try input.event.measures.map { identifier in
      guard let registered = register.first(where: { $0.identifier == identifier }) else {
        return unregistered(identifier)
      }
      guard let standing = standing(of: registered, on: input.asOf) else {
        return try unknownThen(registered)
      }
      return try status(of: registered, standing)
    }
  }

  /// Where a measure stands, as far as could be known on the day of the brief.
  func standing(of registered: RegisteredMeasure, on day: Day) -> MeasureStanding? {
    registered.measure.standing(on: day, knownAt: input.knownAt)
  }

  /// A finding about a measure, with the source and the marking of its row.
  func finding(
    _ indicator: Indicator, of registered: RegisteredMeasure, _ statement: LocalizedText,
    asOf: Day? = nil
  ) throws -> Finding {
    Finding(
      indicator.name, subject: registered.subject, unit: indicator.unit, asOf: asOf ?? input.asOf,
      statement: statement, sources: [registered.source],
      marking: try SourceRegister.marking(of: [registered.source], input.connection))
  }

  private func status(of registered: RegisteredMeasure, _ standing: MeasureStanding) throws
    -> Finding
  {
    var finding = try finding(
      TradeIndicators.status, of: registered,
      StatusSentence(registered).status(standing, on: input.asOf))
    finding.evidence = standing.reasons.map(\.evidence)
    if standing.status == .expiredUnverified {
      finding.status = .insufficient(missing: [StatusSentence(registered).missing(standing)])
    } else {
      finding.value = standing.isOperativeByText ? 1 : 0
    }
    return finding
  }

  private func unregistered(_ identifier: String) -> Finding {
    let near = nearest(to: identifier, in: register.map(\.identifier))
    return Finding(
      TradeIndicators.status.name, subject: Subject(kind: "measure", identifier: identifier),
      asOf: input.asOf,
      status: .insufficient(
        missing: [
          register.isEmpty ? StatusSentence.emptyRegister : StatusSentence.missingMeasure(near)
        ]), statement: StatusSentence.unregistered(identifier))
  }

  private func unknownThen(_ registered: RegisteredMeasure) throws -> Finding {
    let learned = registered.measure.learned
    var finding = try finding(
      TradeIndicators.status, of: registered,
      StatusSentence(registered).unknownThen(learned: learned))
    finding.status = .insufficient(missing: [StatusSentence.learnedLater(learned)])
    return finding
  }
}
