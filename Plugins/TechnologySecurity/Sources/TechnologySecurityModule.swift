public import Configuration
public import Kernel
internal import Vocabulary

/// Technology security: core technologies, what they stand on, and the duties before a transfer.
///
/// The register knows technologies and institutions; persons have no place in it.
public struct TechnologySecurityModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "technology", title: LocalizedText("Technology security", korean: "기술안보"),
    requires: ["reference"], settings: TechnologySettings.fields)

  private let settings: TechnologySettings

  /// Makes the module from its settings.
  public init(settings: SettingValues) {
    self.settings = TechnologySettings(settings)
  }

  /// The register of technologies and their holders, its questions and its reading of an event.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [TechnologySchema.migration, TechnologyLinks.indexes]
    descriptor.tables = TechnologySchema.tables
    descriptor.importers = [TechnologyImporter.importer, HolderImporter.importer]
    descriptor.commands = [
      ListCommand.command, ShowCommand.command, HoldersCommand.command, ExposureCommand.command,
      DutyCommand.command,
    ]
    descriptor.functions = [ExposureFunction.descriptor, DutyFunction.descriptor]
    descriptor.domains = TechnologyDomains.all
    descriptor.indicators = TechnologyIndicators.all
    descriptor.links = TechnologyLinks.all
    descriptor.subjectKinds = TechnologyLinks.subjectKinds
    descriptor.lenses = [TechnologyLens.make(settings)]
    return descriptor
  }
}
