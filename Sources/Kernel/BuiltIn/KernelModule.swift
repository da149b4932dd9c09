public import Configuration
internal import Store
internal import Vocabulary

/// What the kernel itself brings: its tables, and the commands about the deployment.
public struct KernelModule: Module {
  /// The kernel as a module; it is always enabled.
  public static let identity = ModuleIdentity(
    identifier: "tower", title: LocalizedText("Kernel", korean: "커널"),
    prefixes: [
      "tower", "help", "modules", "tables", "columns", "functions", "arguments", "commands",
      "parameters", "settings", "indicators", "sources", "findings", "ledger", "store", "config",
      "query", "ask", "docs", "level", "quantity", "links", "neighbours", "path", "common",
      "subject", "show",
    ], settings: LinkLimits.fields)

  private let linkLimits: LinkLimits

  /// Makes the module from its settings, the limits of walks over links.
  public init(settings: SettingValues) {
    linkLimits = LinkLimits(settings)
  }

  /// The kernel's tables and commands.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [
      SourceRegister.migration, Ledger.migration, DroppedPart.migration, Ledger.headMigration,
      StoredFindings.bySubject, TableVersions.migration,
    ]
    descriptor.tables = [StoredFindings.table, Ledger.table, TableVersions.table]
    descriptor.links = DeploymentLinks.all
    descriptor.functions =
      SourceEntry.functions + IntrospectionTable.all.map(\.function)
      + [LinksFunction.make(linkLimits)] + WalkFunctions.all(linkLimits)
    descriptor.storeChecks = [DroppedPart.storeCheck]
    descriptor.scalars = [QuantityFunction.descriptor, LevelFunction.descriptor]
    descriptor.commands =
      IntrospectionCommands.all + SourceCommands.all + LedgerCommands.all + StoreCommands.all
      + ConfigurationCommands.all + FindingCommands.all + QueryCommands.all
      + [AskCommand.command, DocsCommand.command] + LinkCommands.all(linkLimits)
    return descriptor
  }
}
