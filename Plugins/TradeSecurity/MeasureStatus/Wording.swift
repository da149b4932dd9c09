import Vocabulary

/// The sentences in which the steps of a standing are told.
enum Wording {
  static func began(_ from: Day?, citation: String) -> CitedStep {
    guard let from else {
      return step("It applies without a first day", "시작일 없이 적용된다", citation)
    }
    return step(
      "By its own text it applies from \(from)", "자체 규정에 따라 \(from)부터 적용된다", citation)
  }

  static func notYet(from: Day, citation: String) -> CitedStep {
    step(
      "It takes effect on \(from), which has not come", "\(from)에 시행되며 아직 시행 전이다",
      citation)
  }

  static func proposed(_ act: MeasureAct) -> CitedStep {
    step(
      "It is a draft since \(act.from); no record says that it was adopted",
      "\(act.from)부터 안(案)이며, 확정되었다는 기록이 없다", act.citation)
  }

  static func suspended(by act: MeasureAct) -> CitedStep {
    guard let end = act.period.end else {
      return step(
        "It is suspended since \(act.from) without an end",
        "\(act.from)부터 기한 없이 정지되어 있다", act.citation)
    }
    return step(
      "It is suspended from \(act.from); the last day is \(end.adding(days: -1))",
      "\(act.from)부터 \(end.adding(days: -1))까지 정지되어 있다", act.citation)
  }

  static func unverifiedRevival(of act: MeasureAct, end: Day) -> CitedStep {
    step(
      "The suspension ran out, and by its text the measure applies again from \(end); "
        + "no record says whether it was extended or withdrawn",
      "정지 기간이 끝나 규정상 \(end)부터 되살아나지만, 연장이나 철회 여부는 기록이 없다",
      act.citation)
  }

  static func unverifiedEnd(_ end: Day, citation: String) -> CitedStep {
    step(
      "Its stored end passed, so that it no longer applies from \(end); "
        + "no record says whether it was extended",
      "기록된 종료일이 지나 \(end)부터 적용되지 않지만, 연장 여부는 기록이 없다", citation)
  }

  static func confirmed(by act: MeasureAct) -> CitedStep {
    step(
      "It was confirmed in force since \(act.from)", "\(act.from)부터 시행 중임이 확인되었다",
      act.citation)
  }

  static func struckDown(_ act: MeasureAct, stillApplied: Bool) -> CitedStep {
    guard stillApplied, let end = act.period.end else {
      return step("It was struck down on \(act.from)", "\(act.from)에 무효가 되었다", act.citation)
    }
    let last = end.adding(days: -1)
    return step(
      "It was struck down on \(act.from), and is still applied up to \(last)",
      "\(act.from)에 무효가 되었으나 \(last)까지는 적용된다", act.citation)
  }

  static func ended(by act: MeasureAct) -> CitedStep {
    switch act.kind {
    case .repealed:
      step("It was repealed on \(act.from)", "\(act.from)에 폐지되었다", act.citation)
    case .replaced:
      step(
        "Another instrument took its place on \(act.from)", "\(act.from)에 다른 조치로 대체되었다",
        act.citation)
    default:
      step(
        "It was confirmed to apply no longer since \(act.from)",
        "\(act.from)부터 적용되지 않음이 확인되었다", act.citation)
    }
  }

  static func step(_ english: String, _ korean: String, _ citation: String) -> CitedStep {
    CitedStep(LocalizedText(english, korean: korean), citation: citation)
  }
}
