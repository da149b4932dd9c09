internal import Configuration
internal import Kernel
internal import Vocabulary

/// The days of cover under which each level begins.
///
/// The defaults are a working proposal: a month is what the release of a public stock takes (30
/// days, Korea's comprehensive plan for metal stocks, December 2022), and 60 and 100 days are its
/// targets for non-ferrous and rare metals; half a year is what new supply takes at the least.
struct CoverThresholds: Sendable {
  private let days: [(level: Level, days: Int)]

  init(_ settings: SettingValues) throws(ConfigurationError) {
    days = CoverThresholds.defaults.map { ($0.level, settings.integer(name($0.level))) }
    for (stricter, milder) in zip(days, days.dropFirst()) where stricter.days >= milder.days {
      throw settings.error(
        name(stricter.level),
        "\(name(stricter.level)) is \(stricter.days) days and must be below "
          + "\(name(milder.level)), which is \(milder.days)")
    }
  }

  /// The level of a number of days; nil when none begins.
  func level(days value: Double) -> Level? { levels.level(of: value) }

  /// The thresholds, in days.
  var levels: LevelThresholds {
    LevelThresholds(.below, days.map { ($0.level, Double($0.days)) })
  }

  static let fields = defaults.map { level, days in
    Field(
      name(level), .integer(1...3650), default: .integer(days),
      doc:
        "Below this many days of cover the level is '\(level.name)' (\(level.title.korean ?? "")).")
  }

  // From the strictest to the mildest.
  private static let defaults: [(level: Level, days: Int)] = [
    (.serious, 30), (.alert, 60), (.caution, 90), (.attention, 180),
  ]
}

private func name(_ level: Level) -> String { "cover_\(level.name)_days" }
