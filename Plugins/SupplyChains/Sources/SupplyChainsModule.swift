public import Configuration
internal import Dependence
public import Kernel
internal import Vocabulary

/// Supply chains: who depends on whom, for what, and how much.
public struct SupplyChainsModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "supply", title: LocalizedText("Supply chains", korean: "공급망"),
    requires: ["reference"],
    prefixes: ["supply", "dependence", "alternatives", "partner", "leverage"],
    settings: [
      Field(
        "concentration", .number(0...1), default: .number(0.4),
        doc: "Above this Herfindahl-Hirschman index imports or world exports are concentrated."),
      Field(
        "import_export_ratio", .number(0...9999), default: .number(1),
        doc: "Above this ratio imports are not covered by own exports."),
      Field(
        "outside_share", .number(0...1), default: .number(0.5),
        doc: "Above this share a group's imports come mostly from outside it."),
    ])

  private let thresholds: DependenceThresholds

  /// Makes the module from its thresholds.
  public init(settings: SettingValues) {
    thresholds = DependenceThresholds(
      concentration: settings.number("concentration"),
      importExportRatio: settings.number("import_export_ratio"),
      outsideShare: settings.number("outside_share"))
  }

  /// The commands and functions.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.functions = SupplyFunctions.all(thresholds)
    descriptor.commands = [
      DependenceCommand.make(thresholds), AlternativesCommand.command, ExposureCommand.command,
      LeverageCommand.command,
    ]
    return descriptor
  }
}
