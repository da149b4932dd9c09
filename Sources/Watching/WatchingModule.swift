public import Configuration
public import Kernel
internal import Vocabulary

/// Watching: named queries asked again and again, and the alerts when an answer changes.
public struct WatchingModule: Module {
  /// Watching as a module.
  public static let identity = ModuleIdentity(
    identifier: "watch", title: LocalizedText("Watches and alerts", korean: "관찰과 경보"),
    requires: ["tower"], prefixes: ["watch", "alerts"], settings: [WatchFile.folders])

  private let settings: SettingValues

  /// Makes the module from its settings.
  public init(settings: SettingValues) { self.settings = settings }

  /// Its tables, the function of alerts and its commands.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [WatchSchema.migration]
    descriptor.functions = [AlertList.function]
    descriptor.commands =
      WatchCommands.all(settings) + [AlertCommands.list, AlertCommands.suppress]
    return descriptor
  }
}
