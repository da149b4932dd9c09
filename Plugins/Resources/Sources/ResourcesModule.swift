public import Configuration
public import Kernel
internal import Vocabulary

/// Resources: what is produced where, how critical it is, and how long a stock holds.
public struct ResourcesModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "resources", title: LocalizedText("Resources", korean: "자원"),
    requires: ["reference"],
    prefixes: ["resources", "production", "criticality", "stock"]
      + CriticalityIndicator.all.map(\.name),
    settings: ResourcesSettings.fields)

  private let settings: ResourcesSettings

  /// Makes the module from its settings.
  ///
  /// - Throws: `ConfigurationError` where a stricter level begins at more days than a milder one.
  public init(settings: SettingValues) throws {
    self.settings = try ResourcesSettings(settings)
  }

  /// Production and stocks, their importers, commands and functions, and the lens on an event.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [ResourcesSchema.migration, ResourcesSchema.criticalityInputs]
    descriptor.tables = ResourcesSchema.tables + ResourcesSchema.criticalityTables
    descriptor.links = ResourcesSchema.links
    descriptor.importers =
      [
        WorldMiningImporter.importer, StockPositionImporter.importer, SubstitutionImporter.importer,
      ] + CriticalityInputs.importers
    descriptor.commands =
      [
        ConcentrationCommand.command, ProductionCommand.command, CriticalityCommand.make(settings),
        CoverCommand.make(settings), StocksCommand.command,
      ] + CriticalityIndicator.all.map { $0.command(settings) }
    descriptor.functions =
      ResourcesFunctions.all(settings) + CriticalityIndicator.all.map { $0.function(settings) }
    descriptor.indicators = ResourcesIndicators.all(settings)
    descriptor.lenses = [ResourcesLens.make(settings)]
    return descriptor
  }
}
