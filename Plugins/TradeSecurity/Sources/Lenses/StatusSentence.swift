internal import MeasureStatus
internal import Vocabulary

/// The sentences in which a brief tells of one measure.
struct StatusSentence {
  private let english: String
  private let korean: String

  init(_ registered: RegisteredMeasure) {
    let number =
      [registered.announcement, registered.limb].filter { !$0.isEmpty }.joined(separator: " ")
    english = "'\(registered.title.english)' (\(number))"
    korean = "'\(registered.title.text(in: .korean))'(\(number)) 조치"
  }

  /// Where it stands on a day.
  func status(_ standing: MeasureStanding, on day: Day) -> LocalizedText {
    switch standing.status {
    case .inForce:
      LocalizedText(
        "\(english) is in force on \(day)", korean: "\(korean)는 \(day) 현재 시행 중이다")
    case .suspended:
      LocalizedText(
        "\(english) is suspended on \(day)", korean: "\(korean)는 \(day) 현재 시행이 유예되어 있다")
    case .notYetInForce:
      LocalizedText(
        "\(english) has not taken effect on \(day)",
        korean: "\(korean)는 \(day) 현재 아직 시행되지 않았다")
    case .proposed:
      LocalizedText(
        "\(english) is only a draft on \(day)", korean: "\(korean)는 \(day) 현재 초안 단계이다")
    case .struckDown where standing.isOperativeByText:
      LocalizedText(
        "\(english) was struck down but is still applied on \(day)",
        korean: "\(korean)는 무효 판결을 받았으나 \(day) 현재 아직 적용되고 있다")
    case .struckDown:
      LocalizedText(
        "\(english) was struck down and does not apply on \(day)",
        korean: "\(korean)는 무효가 되어 \(day) 현재 적용되지 않는다")
    case .expired:
      LocalizedText(
        "\(english) no longer applies on \(day)",
        korean: "\(korean)는 \(day) 현재 더 이상 적용되지 않는다")
    case .expiredUnverified:
      LocalizedText(
        "It cannot be told whether \(english) applies on \(day), since \(whatEnded(standing).english) "
          + "passed and no source on record says what followed",
        korean: "\(whatEnded(standing).korean ?? "")이 지났으나 이후 경과에 대한 기록이 없어, "
          + "\(day) 현재 \(korean)의 적용 여부를 판단할 수 없다")
    }
  }

  /// The end that passed without a record of what followed.
  func passed(_ standing: MeasureStanding, on day: Day) -> LocalizedText {
    standing.isOperativeByText
      ? LocalizedText(
        "The suspension of \(english) ran out on \(day), and no source on record says whether it "
          + "was extended",
        korean: "\(korean)의 유예가 \(day)에 끝났으나 연장 여부에 대한 기록이 없다")
      : LocalizedText(
        "\(english) ran out on \(day), and no source on record says whether it was extended",
        korean: "\(korean)의 기한이 \(day)에 끝났으나 연장 여부에 대한 기록이 없다")
  }

  /// What will hold from a day.
  func change(to standing: MeasureStanding, on day: Day) -> LocalizedText {
    switch standing.status {
    case .inForce:
      LocalizedText("\(english) takes effect on \(day)", korean: "\(korean)가 \(day)에 시행된다")
    case .suspended:
      LocalizedText(
        "\(english) is suspended from \(day)", korean: "\(korean)의 시행이 \(day)부터 유예된다")
    case .expiredUnverified where standing.isOperativeByText:
      LocalizedText(
        "The suspension of \(english) runs out: by its text it applies from \(day), unless the "
          + "suspension is extended",
        korean: "\(korean)의 유예가 끝나며, 연장되지 않으면 규정상 \(day)부터 적용된다")
    case .expiredUnverified:
      LocalizedText(
        "\(english) runs out: it no longer applies from \(day), unless it is extended",
        korean: "\(korean)의 기한이 끝나며, 연장되지 않으면 \(day)부터 적용되지 않는다")
    case .struckDown where standing.isOperativeByText:
      LocalizedText(
        "\(english) is struck down from \(day) but still applied for a time",
        korean: "\(korean)는 \(day)부터 무효이나 일정 기간 계속 적용된다")
    case .struckDown, .expired:
      LocalizedText(
        "\(english) no longer applies from \(day)", korean: "\(korean)는 \(day)부터 적용되지 않는다")
    case .notYetInForce, .proposed:
      LocalizedText(
        "\(english) goes back to a draft on \(day)", korean: "\(korean)는 \(day)에 초안 단계가 된다")
    }
  }

  /// What is missing where a stored end passed.
  func missing(_ standing: MeasureStanding) -> LocalizedText {
    LocalizedText(
      "a source that says what followed \(whatEnded(standing).english) of \(english)",
      korean: "\(korean)의 \(whatEnded(standing).korean ?? "") 이후 경과를 밝히는 자료")
  }

  /// A measure of which nothing was known on the day that counts.
  func unknownThen(learned: Day) -> LocalizedText {
    LocalizedText(
      "Nothing was known of \(english) before \(learned)",
      korean: "\(korean)는 \(learned) 이전에는 알려지지 않았다")
  }

  /// How much a tariff is for goods of a country.
  func rate(_ rate: TariffRate, origin: LocalizedText, on day: Day) -> LocalizedText {
    let percent = StatementNumber.percent(rate.percent / 100)
    let goods = "\(origin.text(in: .korean))산 물품"
    return switch rate.kind {
    case .add:
      LocalizedText(
        "\(english) adds \(percent.english) to the other duties on goods of \(origin.english) on "
          + "\(day)",
        korean: "\(korean)에 따라 \(day) 현재 \(goods)에 다른 관세에 더해 "
          + "\(percent.text(in: .korean))가 가산된다")
    case .minimumTotal:
      LocalizedText(
        "\(english) tops the duty on goods of \(origin.english) up to \(percent.english) in total on "
          + "\(day)",
        korean: "\(korean)에 따라 \(day) 현재 \(goods)의 총세율이 최소 "
          + "\(percent.text(in: .korean))가 된다")
    case .capTotal:
      LocalizedText(
        "\(english) limits the duty on goods of \(origin.english) to \(percent.english) in total on "
          + "\(day)",
        korean: "\(korean)에 따라 \(day) 현재 \(goods)의 총세율이 최대 "
          + "\(percent.text(in: .korean))로 제한된다")
    }
  }

  /// A rate of which it is not known whether it still applies.
  func unverifiedRate(_ rate: TariffRate, origin: LocalizedText, on day: Day) -> LocalizedText {
    let percent = StatementNumber.percent(rate.percent / 100)
    return LocalizedText(
      "It cannot be told whether the rate of \(percent.english) of \(english) applies to goods of "
        + "\(origin.english) on \(day)",
      korean: "\(day) 현재 \(korean)의 세율 \(percent.text(in: .korean))가 "
        + "\(origin.text(in: .korean))산 물품에 적용되는지 판단할 수 없다")
  }

  /// A measure that the register does not hold.
  static func unregistered(_ identifier: String) -> LocalizedText {
    LocalizedText(
      "The register holds no measure '\(identifier)', so that its status cannot be told",
      korean: "조치 대장에 '\(identifier)' 항목이 없어 상태를 판단할 수 없다")
  }

  /// What is missing where the register is empty.
  static let emptyRegister = LocalizedText(
    "the register of measures (tower import measures config/measures/*.yaml)",
    korean: "조치 대장 자료 (tower import measures config/measures/*.yaml)")

  /// What is missing where the register does not hold a measure.
  static func missingMeasure(_ near: [String]) -> LocalizedText {
    let list = near.joined(separator: ", ")
    return near.isEmpty
      ? LocalizedText(
        "the measure in the register, or its right identifier", korean: "조치 대장의 해당 항목 또는 올바른 식별자")
      : LocalizedText(
        "the measure in the register; the nearest names are \(list)",
        korean: "조치 대장의 해당 항목 (비슷한 이름: \(list))")
  }

  /// What is missing where the measure was learned of later.
  static func learnedLater(_ learned: Day) -> LocalizedText {
    LocalizedText(
      "knowledge of the measure: it could be known from \(learned)",
      korean: "조치에 관한 정보 (\(learned)부터 알 수 있었음)")
  }

  private func whatEnded(_ standing: MeasureStanding) -> LocalizedText {
    let day = standing.since.map { "(\($0))" } ?? ""
    let space = day.isEmpty ? "" : " "
    return standing.isOperativeByText
      ? LocalizedText("the end of the suspension\(space)\(day)", korean: "유예 종료일\(day)")
      : LocalizedText("the stored end\(space)\(day)", korean: "기록된 종료일\(day)")
  }
}
