internal import Kernel
internal import Vocabulary

/// The indicators that the findings of trade security use.
enum TradeIndicators {
  static let status = Indicator(
    "measure_status", title: LocalizedText("Status of a measure", korean: "조치의 상태"),
    section: .status,
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
    section: .negotiation,
    doc: """
      A day on which a measure changes its status within the horizon, or an end that has passed \
      without a record of what followed.
      """)

  static let all = [status, rate, deadline]
}
