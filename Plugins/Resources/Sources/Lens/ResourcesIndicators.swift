internal import Kernel
internal import Vocabulary

/// What the findings of the module measure.
enum ResourcesIndicators {
  static func all(_ settings: ResourcesSettings) -> [Indicator] {
    [
      Indicator(
        "world_production_share",
        title: LocalizedText("Share of world production", korean: "세계 생산 비중"),
        unit: "share", section: .touches, isCharted: true,
        doc: "The share of a country in the world production of a material, 0 to 1."),
      Indicator(
        "production_concentration",
        title: LocalizedText("Concentration of world production", korean: "세계 생산 집중도"),
        section: .touches,
        doc: "The Herfindahl-Hirschman index of world production over countries, 0 to 1."),
      Indicator(
        "supply_risk", title: LocalizedText("Supply risk", korean: "공급 위험"), section: .touches,
        doc: """
          The European Commission's supply risk for the home country (guidelines of 2017), with \
          political stability as governance and no trade terms; where governance is known in part, its \
          upper bound.
          """),
      Indicator(
        "days_of_cover", title: LocalizedText("Days of cover", korean: "버틸 수 있는 일수"),
        unit: Unit.day.rawValue, section: .holding, isHeadline: true,
        levels: settings.cover.levels,
        doc: """
          How long the held stock lasts under the event: days of use over the share of supply that is \
          lost, with all that is used taken as imported (time to survive, Simchi-Levi et al. 2015).
          """),
    ]
  }
}
