public import Configuration
public import Kernel
internal import Vocabulary

/// Resources: what is produced where, how critical it is, and how long a stock holds.
public struct ResourcesModule: Module {
  /// The domain as a module.
  public static let identity = ModuleIdentity(
    identifier: "resources", title: LocalizedText("Resources", korean: "자원"),
    requires: ["reference"])

  /// Makes the module; it has no settings.
  public init(settings: SettingValues) {}

  /// What it brings.
  public var descriptor: ModuleDescriptor { ModuleDescriptor() }
}
