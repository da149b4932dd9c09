public import Configuration
public import Kernel
internal import Vocabulary

/// Briefing: one event through every lens, as one situation report.
public struct BriefingModule: Module {
  /// The brief as a module.
  public static let identity = ModuleIdentity(
    identifier: "brief", title: LocalizedText("Briefing", korean: "상황보고"),
    requires: ["tower"])

  /// Makes the module; it has no settings.
  public init(settings: SettingValues) {}

  /// What it brings.
  public var descriptor: ModuleDescriptor { ModuleDescriptor() }
}
