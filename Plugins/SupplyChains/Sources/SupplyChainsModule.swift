public import Configuration
public import Kernel
internal import Vocabulary

/// Supply chains: who depends on whom, for what, and how much.
public struct SupplyChainsModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "supply", title: LocalizedText("Supply chains", korean: "공급망"),
    requires: ["reference"],
    prefixes: ["supply", "dependence", "alternatives", "partner", "leverage", "early"],
    settings: SupplySettings.fields)

  private let settings: SupplySettings

  /// Makes the module from its thresholds.
  ///
  /// - Throws: `ConfigurationError` when the levels are not in order.
  public init(settings: SettingValues) throws {
    self.settings = try SupplySettings(settings)
  }

  /// The commands, functions, indicators and lenses.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [EarlyWarningSchema.migration]
    descriptor.tables = EarlyWarningSchema.tables
    descriptor.functions = SupplyFunctions.all(settings.dependence) + EarlyWarningFunctions.all
    descriptor.commands =
      [
        DependenceCommand.make(settings.dependence), AlternativesCommand.command,
        ExposureCommand.command, LeverageCommand.command,
      ] + EarlyWarningCommands.all
    descriptor.indicators = SupplyIndicators.all
    descriptor.lenses = [
      ExposureLens.make(settings), AlternativesLens.lens, LeverageLens.lens,
    ]
    return descriptor
  }
}
