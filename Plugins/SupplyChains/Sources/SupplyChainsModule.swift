public import Configuration
public import Kernel
internal import Vocabulary

/// Supply chains: who depends on whom, for what, and how much.
public struct SupplyChainsModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "supply", title: LocalizedText("Supply chains", korean: "공급망"),
    requires: ["reference"],
    prefixes: [
      "supply", "concentration", "dependence", "reverse", "alternatives", "partner", "unit",
      "leverage", "watchlist", "mirror", "early",
    ],
    settings: SupplySettings.fields)

  private let settings: SupplySettings

  /// Makes the module from its thresholds.
  ///
  /// - Throws: `ConfigurationError` when the levels are not in order.
  public init(settings: SettingValues) throws {
    self.settings = try SupplySettings(settings)
  }

  /// The watch list with its importer, the commands, functions, indicators and lenses.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [WatchlistSchema.migration, EarlyWarningSchema.migration]
    descriptor.tables = WatchlistSchema.tables + EarlyWarningSchema.tables
    descriptor.importers = [RestrictedItemImporter.importer]
    descriptor.functions = SupplyFunctions.all(settings) + EarlyWarningFunctions.all
    descriptor.commands = commands + EarlyWarningCommands.all
    descriptor.indicators = SupplyIndicators.all(settings)
    descriptor.lenses = [
      ExposureLens.make(settings), AlternativesLens.lens, LeverageLens.lens,
    ]
    return descriptor
  }

  private var commands: [Command] {
    [
      ConcentrationCommand.command, DependenceCommand.make(settings),
      DependenceIntervalsCommand.make(settings),
      ReverseDependenceCommand.make(settings.dependence), AlternativesCommand.command,
      ExposureCommand.command, PartnerSharesCommand.command,
      UnitValuesCommand.make(settings.thin), LeverageCommand.command,
      MirrorGapCommand.make(margin: settings.intervals.freightMargin),
      WatchlistCommand.make(settings), WatchlistChangesCommand.command,
      WatchlistUpdateCommand.make(settings), WatchlistReviewCommand.command,
      WatchlistTurnoverCommand.make(settings),
    ]
  }
}
