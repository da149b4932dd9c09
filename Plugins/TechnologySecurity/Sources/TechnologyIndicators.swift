internal import Kernel
internal import Vocabulary

/// What the findings of the module measure.
enum TechnologyIndicators {
  static let exposed = "technology_exposed"
  static let industry = "industry_exposed"
  static let holders = "technology_holders"
  static let duty = "transfer_duty"

  static let all = [
    Indicator(
      exposed, title: LocalizedText("Technologies exposed", korean: "영향을 받는 기술"),
      section: .technology, isHeadline: true,
      doc:
        "A technology that needs a product or material of the event in a named step, by the uses of "
        + "the register; of a tariff, also one that makes the product. It has no value. It cannot be "
        + "told where a code is shared with what the event does not name."),
    Indicator(
      industry, title: LocalizedText("Industries that stand on them", korean: "관련 산업"),
      section: .technology,
      doc: "A product made with an exposed technology, with the industry it belongs to."),
    Indicator(
      holders, title: LocalizedText("Holders on record", korean: "기록된 보유기관 수"),
      section: .technology,
      doc: "How many institutions the register records as holders of an exposed technology."),
    Indicator(
      duty, title: LocalizedText("Duty before a transfer", korean: "이전 전 의무"),
      section: .technology, isHeadline: true,
      doc:
        "What Articles 11 and 11-2 of the Industrial Technology Protection Act ask of a holder on "
        + "the day of the event: approval, notification or nothing. It has no value."),
  ]
}
