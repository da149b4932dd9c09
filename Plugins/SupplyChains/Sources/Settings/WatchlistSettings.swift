internal import Configuration
internal import Watchlist

/// When products enter and leave the watch list, and how often each tier is reviewed.
struct WatchlistSettings {
  let rule: WatchlistRule
  private let reviewMonths: [Int]

  /// Reads the settings.
  ///
  /// - Throws: `ConfigurationError` when leaving lies above entering, or tier 2 above tier 1.
  init(_ values: SettingValues) throws(ConfigurationError) {
    let faults = [("watchlist_leave", "watchlist_enter"), ("watchlist_tier_2", "watchlist_tier_1")]
      .filter { values.number($0.0) > values.number($0.1) }
      .map { lower, upper in
        values.fault(
          lower,
          "\(Comparison.text(values.number(lower))) is above \(upper), "
            + Comparison.text(values.number(upper)))
      }
    if !faults.isEmpty { throw ConfigurationError(diagnostics: faults) }
    rule = WatchlistRule(
      enter: values.number("watchlist_enter"), leave: values.number("watchlist_leave"),
      minimumYears: values.integer("watchlist_minimum_years"),
      firstTier: values.number("watchlist_tier_1"), secondTier: values.number("watchlist_tier_2"))
    reviewMonths = (1...3).map { values.integer("watchlist_tier_\($0)_review_months") }
  }

  /// After how many months an item of a tier is due for review.
  func reviewMonths(tier: Int) -> Int { reviewMonths[tier - 1] }

  static let fields = [
    Field(
      "watchlist_enter", .number(0...100), default: .number(1),
      doc: "A product enters the watch list with a score above this; 1 is where GeoDep's c4 holds."),
    Field(
      "watchlist_leave", .number(0...100), default: .number(0.8),
      doc: "A product leaves the watch list with a score that is not above this; a working "
        + "proposal."),
    Field(
      "watchlist_minimum_years", .integer(0...50), default: .integer(2),
      doc: "So many years after it entered a product leaves the watch list at the earliest; a "
        + "working proposal."),
    Field(
      "watchlist_tier_1", .number(0...100), default: .number(1.75),
      doc: "From this score on a product stands in tier 1; a working proposal."),
    Field(
      "watchlist_tier_2", .number(0...100), default: .number(1.3),
      doc: "From this score on a product stands in tier 2, below it in tier 3; a working proposal."),
    reviewField(1, 3, "each quarter"), reviewField(2, 6, "each half-year"),
    reviewField(3, 12, "each year"),
  ]

  private static func reviewField(_ tier: Int, _ months: Int, _ rhythm: String) -> Field {
    Field(
      "watchlist_tier_\(tier)_review_months", .integer(1...120), default: .integer(months),
      doc: "After so many months an item of tier \(tier) is due for review; \(rhythm), as Korea "
        + "checks the items of its economic security list.")
  }
}
