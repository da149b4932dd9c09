internal import Kernel
internal import Vocabulary

/// The indicators of the module's findings.
enum SupplyIndicators {
  static func all(_ settings: SupplySettings) -> [Indicator] {
    touches(settings) + [
      Indicator(
        "alternative_supplier", title: LocalizedText("Alternative suppliers", korean: "대체 공급국"),
        unit: "kUSD", section: .alternatives, isCharted: true,
        doc:
          "What another country exports of the product to the world in a year; the largest eight."),
      Indicator(
        "alternative_capacity",
        title: LocalizedText("Exports of others against the loss", korean: "손실 대비 타국 수출 규모"),
        section: .alternatives, isHeadline: true,
        doc:
          "What all other countries export over the lost imports; a ceiling, since it is sold already."
      ),
      Indicator(
        "reverse_dependence", title: LocalizedText("Reverse dependence", korean: "역의존도"),
        unit: "share", section: .negotiation, isCharted: true,
        doc: "The share of the author's imports of a product that comes from home, 0 to 1; the ten "
          + "largest by value."),
    ]
  }

  private static func touches(_ settings: SupplySettings) -> [Indicator] {
    [
      Indicator(
        "import_value", title: LocalizedText("Imports", korean: "수입액"), unit: "kUSD",
        section: .touches, doc: "What home imports of the product in a year."),
      Indicator(
        "import_share", title: LocalizedText("Suppliers", korean: "공급국 비중"), unit: "share",
        section: .touches, isCharted: true,
        doc: "The share of a supplier in home's imports, 0 to 1; the largest five."),
      Indicator(
        "share_at_risk", title: LocalizedText("Imports at risk", korean: "위험에 놓인 수입 비중"),
        unit: "share", section: .touches, isHeadline: true,
        levels: LevelThresholds(.from, settings.shares.map { ($0.level, $0.share.fraction) }),
        doc: "The share of home's imports of the product that the event's losses take, 0 to 1. The "
          + "level follows the losses of all origins together."),
      Indicator(
        "import_dependence", title: LocalizedText("Import dependence", korean: "수입 의존도"),
        section: .touches,
        doc:
          "The Herfindahl-Hirschman index of home's imports, with criteria 1 to 4 of CEPII's GeoDep "
          + "(Vicard & Wibaux 2023)."),
      Indicator(
        "export_value", title: LocalizedText("Exports to the author", korean: "조치국에 대한 수출액"),
        unit: "kUSD", section: .touches, isHeadline: true,
        doc: "What home exports to the author of the event in a year."),
    ]
  }
}
