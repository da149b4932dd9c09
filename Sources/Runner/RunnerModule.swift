public import Configuration
public import Kernel
internal import Vocabulary

/// The batch runner: jobs of commands, with a journal in the store.
public struct RunnerModule: Module {
  /// The runner as a module.
  public static let identity = ModuleIdentity(
    identifier: "batch", title: LocalizedText("Batch runner", korean: "배치 실행"),
    requires: ["tower"])

  /// Makes the module; it has no settings.
  public init(settings: SettingValues) {}

  /// Its journal and its commands.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = Journal.migrations
    descriptor.tables = Journal.tables
    descriptor.commands = [
      RunCommand.command, ResumeCommand.command, PlanCommand.command, ExplainCommand.command,
      ShowCommand.command, LogCommand.command, EventsCommand.command,
    ]
    return descriptor
  }
}
