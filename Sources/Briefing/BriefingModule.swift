public import Configuration
public import Kernel
internal import Vocabulary

/// Briefing: one event through every lens, as one situation report.
public struct BriefingModule: Module {
  /// The briefing as a module.
  public static let identity = ModuleIdentity(
    identifier: "brief", title: LocalizedText("Briefing", korean: "상황보고"),
    requires: ["tower"])

  /// Makes the module; it has no settings.
  public init(settings: SettingValues) {}

  /// The command `brief` and the indicators of coordination.
  public var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.commands = [BriefCommand.command]
    descriptor.indicators = BriefingIndicators.all
    return descriptor
  }
}
