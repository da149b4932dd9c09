internal import Kernel
internal import MeasureStatus
internal import Reference
internal import Vocabulary

extension StatusReading {
  /// The rates of the event's tariffs: those that apply on the day or begin within the horizon, and
  /// those of which nobody recorded whether they still apply.
  func rates() throws -> [Finding] {
    try named.flatMap { registered -> [Finding] in
      guard let rate = registered.rate, let standing = standing(of: registered, on: input.asOf)
      else { return [] }
      return try origins(of: registered).compactMap { origin in
        try self.rate(rate, of: registered, standing, origin: origin)
      }
    }
  }

  private func rate(
    _ rate: TariffRate, of registered: RegisteredMeasure, _ standing: MeasureStanding,
    origin: String
  ) throws -> Finding? {
    let sentence = StatusSentence(registered)
    let day: Day
    switch standing.status {
    case .notYetInForce:
      guard let start = standing.nextChange, start <= horizonEnd else { return nil }
      day = start
    case .expiredUnverified: day = input.asOf
    default:
      guard standing.isOperativeByText else { return nil }
      day = input.asOf
    }
    let name = try Countries.names(input.connection).inSentence(origin)
    var finding = try finding(
      TradeIndicators.rate, of: registered, sentence.rate(rate, origin: name, on: day),
      asOf: day)
    finding.object = Subject(kind: "country", identifier: origin)
    finding.evidence =
      standing.reasons.map(\.evidence)
      + (rate.heading.map { [LocalizedText("Tariff heading \($0)", korean: "관세 번호 \($0)")] } ?? [])
    if standing.status == .expiredUnverified {
      finding.status = .insufficient(missing: [sentence.missing(standing)])
      finding.statement = sentence.unverifiedRate(rate, origin: name, on: day)
    } else {
      finding.value = rate.percent
    }
    return finding
  }

  /// The event's home where the tariff reaches it, else the origins that it names.
  private func origins(of registered: RegisteredMeasure) -> [String] {
    let origins = registered.measure.scope.origins
    guard !origins.isEmpty, !origins.contains(input.event.home) else { return [input.event.home] }
    return origins.sorted()
  }
}
