internal import Configuration
internal import Criticality
internal import Vocabulary

/// The levels of the trade term, as configured.
enum TradeTermSettings {
  static func read(_ settings: SettingValues) -> TradeTerm {
    let levels = settings.mapping("trade_terms")
    return TradeTerm(
      own: levels.number("own"), agreement: levels.number("agreement"),
      taxBands: [
        .init(from: .leastNonzeroMagnitude, term: levels.number("tax_low")),
        .init(from: levels.percentage("medium_from").fraction, term: levels.number("tax_medium")),
        .init(from: levels.percentage("high_from").fraction, term: levels.number("tax_high")),
      ], quota: levels.number("quota"), prohibition: levels.number("prohibition"))
  }

  static let field = Field(
    "trade_terms",
    .mapping(
      Schema(
        title: "Trade terms",
        doc: "The levels of the trade term t_c of the EU's supply risk; a working proposal.",
        fields: [
          level("own", 0.8, "The term of the importer itself, and of each member of a group."),
          level("agreement", 0.8, "The term of a country with a trade agreement."),
          level("tax_low", 1.1, "The term of an export tax below medium_from."),
          share("medium_from", "25%", "The rate from which an export tax is of the middle band."),
          level("tax_medium", 1.2, "The term of an export tax of the middle band."),
          share("high_from", "75%", "The rate from which an export tax is of the high band."),
          level("tax_high", 1.3, "The term of an export tax of the high band."),
          level("quota", 1.3, "The term of a quota on the exported quantity."),
          level("prohibition", 1.5, "The term of a prohibition of exports."),
        ])),
    doc: "The levels of the trade term t_c of the EU's supply risk; a working proposal.")

  private static func level(_ name: String, _ term: Double, _ doc: String) -> Field {
    Field(name, .number(0...10), default: .number(term), doc: doc)
  }

  private static func share(_ name: String, _ text: String, _ doc: String) -> Field {
    Field(
      name, .percentage, default: (try? Percentage(text)).map(SettingValue.percentage), doc: doc)
  }
}
