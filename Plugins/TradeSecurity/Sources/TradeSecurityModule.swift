public import Configuration
public import Kernel
internal import Vocabulary

/// Trade security: what the law restricts, from when until when, and how sure that is.
public struct TradeSecurityModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "trade", title: LocalizedText("Trade security", korean: "통상안보"),
    requires: ["reference"])

  /// Makes the module; it has no settings.
  public init(settings: SettingValues) {}

  /// The register of measures, its importer and its commands.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [MeasureSchema.migration]
    descriptor.tables = MeasureSchema.tables
    descriptor.importers = [MeasureImporter.importer]
    descriptor.indicators = TradeIndicators.all
    descriptor.lenses = [StatusLens.lens]
    descriptor.commands = [MeasuresCommand.command, RestrictedCommand.command]
    return descriptor
  }
}
