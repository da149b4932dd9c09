internal import Kernel
internal import Vocabulary

/// The level of a situation, with the findings that it rests on.
///
/// It is the highest level of a finding. Where every measure of a real event is known not to apply
/// on the day, it is attention at most: what the measures would touch does not stop today. Where no
/// finding stands for a level it cannot be told. How a level is left again is not decided here.
struct SituationLevel {
  /// The level; nil when it cannot be told.
  let level: Level?
  /// The findings of that level; empty when it cannot be told.
  let reasons: [Finding]
  /// Whether the level is held down because no measure applies on the day.
  let isHeldDown: Bool

  init(_ event: Event, _ findings: [Finding]) {
    let graded = findings.filter { $0.level != nil }
    let highest = graded.compactMap(\.level).max()
    let measures = findings.filter { $0.indicator == "measure_status" }
    let isAtRest =
      !event.isHypothetical && !measures.isEmpty
      && measures.allSatisfy { $0.missing.isEmpty && $0.value == 0 }
    isHeldDown = isAtRest && highest.map { $0 > .attention } ?? false
    level = isHeldDown ? .attention : highest
    reasons = isHeldDown ? measures : graded.filter { $0.level == highest }
  }

  /// What the level rests on, in whole sentences without the last full stop; where it cannot be told,
  /// what follows from that.
  func reason(asOf: Day) -> LocalizedText {
    guard level != nil else {
      return LocalizedText(
        "No finding stands for a level, so that the tasks of the lowest level are listed",
        korean: "단계를 정할 수 있는 결과가 없어 가장 낮은 단계의 과제만 제시한다")
    }
    let held = LocalizedText(
      "The level is held down, because no measure of the event applies on \(asOf)",
      korean: "\(asOf) 현재 적용되는 조치가 없어 단계를 낮추었다")
    let sentences = (isHeldDown ? [held] : []) + reasons.map(\.statement)
    return LocalizedText(
      sentences.map(\.english).joined(separator: ". "),
      korean: sentences.map(\.inKorean).joined(separator: ". "))
  }

  /// The level as a finding about the event.
  func finding(_ event: Event, asOf: Day) -> Finding {
    let subject = Subject(kind: "event", identifier: event.identifier)
    guard let level else {
      return Finding(
        "situation_level", subject: subject, asOf: asOf,
        status: .insufficient(missing: [
          LocalizedText(
            "a finding that stands for a level: a share at risk, or days of cover",
            korean: "단계를 정할 수 있는 결과(위험 비중 또는 버틸 수 있는 일수)")
        ]),
        statement: LocalizedText(
          "The level cannot be told; the tasks of the lowest level are listed",
          korean: "단계를 판단할 수 없어 가장 낮은 단계의 과제만 제시한다"))
    }
    let reason = reason(asOf: asOf)
    return Finding(
      "situation_level", subject: subject, value: Double(level.rawValue), asOf: asOf,
      level: level,
      statement: LocalizedText(
        "Level \(level.name): \(reason.english)",
        korean: "\(level.title.inKorean) 단계: \(reason.inKorean)"),
      evidence: reasons.map(\.statement),
      sources: Set(reasons.flatMap(\.sources)).sorted(),
      marking: reasons.reduce(.clear) { $0.combined(with: $1.marking) })
  }
}
