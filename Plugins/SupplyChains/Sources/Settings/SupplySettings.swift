internal import Configuration
internal import Dependence
internal import Vocabulary

/// Every threshold of the module, as configured.
struct SupplySettings {
  /// Where dependence begins.
  let dependence: DependenceThresholds
  /// Where data are too thin to be trusted.
  let thin: ThinBounds
  /// How intervals are drawn.
  let intervals: IntervalSettings
  /// When products enter and leave the watch list.
  let watchlist: WatchlistSettings
  /// From which share of lost imports on each level holds.
  let shares: [(level: Level, share: Percentage)]
  /// The level `serious` holds only where the others export less than so many times the loss.
  let seriousAlternativeRatio: Double

  /// Reads the settings.
  ///
  /// - Throws: `ConfigurationError` when a level begins below a lower one, or when the thresholds of
  ///   the watch list are not in order.
  init(_ values: SettingValues) throws(ConfigurationError) {
    dependence = DependenceThresholds(
      concentration: values.number("concentration"),
      importExportRatio: values.number("import_export_ratio"),
      outsideShare: values.number("outside_share"))
    thin = ThinBounds(values)
    intervals = IntervalSettings(values, thin: thin)
    watchlist = try WatchlistSettings(values)
    shares = Level.allCases.map { ($0, values.percentage(SupplySettings.field($0))) }
    seriousAlternativeRatio = values.number("serious_alternative_ratio")
    let faults = zip(shares, shares.dropFirst()).filter { $0.share > $1.share }.map {
      lower, upper in
      values.fault(
        SupplySettings.field(upper.level),
        "\(upper.share) is below \(SupplySettings.field(lower.level)), \(lower.share)")
    }
    if !faults.isEmpty { throw ConfigurationError(diagnostics: faults) }
  }

  /// The level that a lost share of the imports stands for; nil below all of them.
  ///
  /// - Parameter cover: how many times the other exporters export the loss; nil when not known.
  /// - Returns: the level with the step that decided.
  func level(of share: Double, cover: Double?) -> (level: Level, reason: LocalizedText)? {
    guard let (level, bound) = shares.last(where: { share >= $0.share.fraction }) else {
      return nil
    }
    let percent = StatementNumber.percent(share)
    let bar = StatementNumber.percent(bound.fraction)
    let reached = LocalizedText(
      "\(percent.english) of the imports, at or above \(bar.english), stands for \(level.name)",
      korean: "수입의 \(percent.inKorean), \(level.title.inKorean) 기준(\(bar.inKorean)) 이상")
    guard level == .serious else { return (level, reached) }
    let times = cover.map { StatementNumber.times($0) }
    guard let cover, let times, cover >= seriousAlternativeRatio else {
      let english =
        times.map { "others export only \($0.english) the loss" }
        ?? "what others export is not known"
      let korean = times.map { "타국 수출은 손실의 \($0.inKorean)에 불과" } ?? "타국 수출 규모는 알 수 없음"
      return (
        level,
        LocalizedText(
          "\(reached.english), and \(english)", korean: "\(reached.inKorean), \(korean)")
      )
    }
    let least = StatementNumber.times(seriousAlternativeRatio)
    return (
      .alert,
      LocalizedText(
        "\(reached.english), but others export \(times.english) the loss, at least "
          + "\(least.english): alert",
        korean: "\(reached.inKorean), 다만 타국 수출이 손실의 \(times.inKorean)로 \(least.inKorean) 이상이므로 경계")
    )
  }

  private static func field(_ level: Level) -> String { level.name + "_share" }

  static let fields =
    [
      Field(
        "concentration", .number(0...1), default: .number(0.4),
        doc: "Above this Herfindahl-Hirschman index imports or world exports are concentrated."),
      Field(
        "import_export_ratio", .number(0...9999), default: .number(1),
        doc: "Above this ratio imports are not covered by own exports."),
      Field(
        "outside_share", .number(0...1), default: .number(0.5),
        doc: "Above this share a group's imports come mostly from outside it."),
      share(.attention, 0.1),
      share(.caution, 0.3),
      share(.alert, 0.5),
      share(.serious, 0.7),
      Field(
        "serious_alternative_ratio", .number(0...9999), default: .number(5),
        doc:
          "The level 'serious' holds only where the other exporters export less than so many times "
          + "the lost imports, otherwise 'alert'; a working proposal."),
    ] + ThinBounds.fields + IntervalSettings.fields + WatchlistSettings.fields

  private static func share(_ level: Level, _ fraction: Double) -> Field {
    Field(
      field(level), .percentage,
      default: Percentage(fraction: fraction).map(SettingValue.percentage),
      doc: "From this share of lost imports on the level is '\(level.name)'; a working proposal.")
  }
}
