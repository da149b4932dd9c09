public import Configuration
public import Kernel
internal import Vocabulary

/// Technology security: core technologies, what they stand on, and the duties before a transfer.
public struct TechnologySecurityModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "technology", title: LocalizedText("Technology security", korean: "기술안보"),
    requires: ["reference"])

  /// Makes the module; it has no settings.
  public init(settings: SettingValues) {}

  /// What it brings.
  public var descriptor: ModuleDescriptor { ModuleDescriptor() }
}
