internal import Vocabulary

/// Days of cover in words.
struct CoverWording {
  let material: LocalizedText
  /// Days of use.
  let days: Double

  /// A stock under a loss.
  func held(_ share: Percentage, survival: Double) -> LocalizedText {
    let (use, lasts, percent) = texts(share, survival)
    let lost = KoreanParticle.subject.after(percent.inKorean)
    return LocalizedText(
      "The stock of \(material.inSentence) covers \(use.english) of use; with "
        + "\(percent.english) of imports lost it lasts \(lasts.english)",
      korean: "\(material.inKorean) 재고는 \(use.inKorean)분이며, 수입의 \(lost) "
        + "끊기면 \(lasts.inKorean)간 버틸 수 있다")
  }

  /// A stock at the target under a loss.
  func target(_ share: Percentage, survival: Double) -> LocalizedText {
    let (use, lasts, percent) = texts(share, survival)
    let lost = KoreanParticle.subject.after(percent.inKorean)
    return LocalizedText(
      "The stock of \(material.inSentence) that is held is not known here; a stock at the public "
        + "target of \(use.english) of use would last \(lasts.english) with "
        + "\(percent.english) of imports lost",
      korean: "\(material.inKorean)의 실제 재고량은 확인되지 않으며, 공개된 비축 목표인 "
        + "\(use.inKorean)분을 갖추었다면 수입의 \(lost) 끊겨도 "
        + "\(lasts.inKorean)간 버틸 수 있다")
  }

  /// A target where no loss is known.
  var targetAlone: LocalizedText {
    let use = StatementNumber.amount(days, .day)
    return LocalizedText(
      "The stock of \(material.inSentence) that is held is not known here; the public target is "
        + "\(use.english) of use",
      korean: "\(material.inKorean)의 실제 재고량은 확인되지 않으며, 공개된 비축 목표는 "
        + "\(use.inKorean)분이다")
  }

  /// A stock that no loss touches.
  var ofUse: LocalizedText {
    let use = StatementNumber.amount(days, .day)
    return LocalizedText(
      "The stock of \(material.inSentence) covers \(use.english) of use; the event names no loss "
        + "of it",
      korean: "\(material.inKorean) 재고는 \(use.inKorean)분이며, 이 사안으로 끊기는 수입은 "
        + "명시되지 않았다")
  }

  /// A stock whose supply loses nothing.
  var untouched: LocalizedText {
    let use = StatementNumber.amount(days, .day)
    return LocalizedText(
      "The stock of \(material.inSentence) covers \(use.english) of use, and none of its imports comes "
        + "from a lost origin",
      korean: "\(material.inKorean) 재고는 \(use.inKorean)분이며, 차단된 원산지에서 들어오는 "
        + "수입은 없다")
  }

  /// A stock under a loss of unknown size.
  var withoutShare: LocalizedText {
    let use = StatementNumber.amount(days, .day)
    return LocalizedText(
      "The stock of \(material.inSentence) covers \(use.english) of use; how long it lasts under the "
        + "event cannot be told",
      korean: "\(material.inKorean) 재고는 \(use.inKorean)분이나, 이 사안에서 얼마나 버틸 수 "
        + "있는지는 판단할 수 없다")
  }

  /// A stock of unknown length.
  static func withoutConsumption(_ material: LocalizedText) -> LocalizedText {
    LocalizedText(
      "A stock of \(material.inSentence) is on record; how many days it lasts cannot be told",
      korean: "\(material.inKorean) 재고는 있으나 며칠을 버틸 수 있는지는 판단할 수 없다")
  }

  /// Nothing known at all.
  static func untold(_ material: LocalizedText) -> LocalizedText {
    LocalizedText(
      "How long the stock of \(material.inSentence) lasts cannot be told",
      korean: "\(material.inKorean) 재고로 얼마나 버틸 수 있는지는 판단할 수 없다")
  }

  static func missingStock(_ material: LocalizedText) -> LocalizedText {
    LocalizedText(
      "the stock of \(material.inSentence) that is held",
      korean: "\(material.inKorean)의 실제 보유 재고량")
  }

  static func missingConsumption(_ material: LocalizedText) -> LocalizedText {
    LocalizedText(
      "the yearly consumption of \(material.inSentence), in a unit of the stock's kind",
      korean: "\(material.inKorean)의 연간 소비량(재고와 같은 종류의 단위)")
  }

  static func missingShare(_ material: LocalizedText) -> LocalizedText {
    LocalizedText(
      "the share of the imports of \(material.inSentence) that the event takes away",
      korean: "이 사안으로 끊기는 \(material.inKorean) 수입의 비중")
  }

  static func heldBack(_ count: Int) -> LocalizedText {
    LocalizedText(
      "\(count) stock \(count == 1 ? "position" : "positions") that this deployment may not hold",
      korean: "이 기관이 보유할 수 없는 등급의 비축 자료 \(count)건")
  }

  private func texts(_ share: Percentage, _ survival: Double)
    -> (use: LocalizedText, lasts: LocalizedText, percent: LocalizedText)
  {
    (
      StatementNumber.amount(days, .day), StatementNumber.amount(survival, .day),
      StatementNumber.percent(share.fraction)
    )
  }
}
