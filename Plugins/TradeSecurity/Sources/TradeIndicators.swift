internal import Kernel
internal import Vocabulary

/// The indicators that the findings of trade security use.
enum TradeIndicators {
  static let status = Indicator(
    "measure_status", title: LocalizedText("Status of a measure", korean: "조치의 상태"),
    section: .status, isHeadline: true,
    doc: """
      1 where a measure of the register applies on the day, 0 where it does not; no value where an \
      end on record has passed and no source says what followed.
      """)
  static let rate = Indicator(
    "tariff_rate", title: LocalizedText("Tariff rate", korean: "관세율"), unit: "%",
    section: .touches,
    doc: "The rate of a tariff for goods of a country, as its instrument states it.")
  static let deadline = Indicator(
    "measure_deadline", title: LocalizedText("Dates of measures", korean: "조치 관련 기한"),
    section: .negotiation, isHeadline: true,
    doc: """
      A day on which a measure changes its status within the horizon, or an end that has passed \
      without a record of what followed.
      """)

  static let closed = Indicator(
    "alternative_closed",
    title: LocalizedText("Alternatives that a measure restricts", korean: "조치로 제한되는 대체 공급처"),
    section: .alternatives,
    doc: """
      1 where a measure in force forbids a product from a supplier country, or makes it depend on a \
      permit; 0 where no measure on record does, which is not clearance; no value where it cannot be \
      told.
      """)
  static let parties = Indicator(
    "listed_parties",
    title: LocalizedText("Listed parties in supplier countries", korean: "공급국 내 명단 등재 대상"),
    section: .alternatives,
    doc: """
      The number of parties on the imported lists with an address or nationality in a country. It \
      says nothing about a firm: supplier firms are compared by name.
      """)

  static let all = [status, rate, deadline, closed, parties]
}
