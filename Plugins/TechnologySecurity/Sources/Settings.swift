internal import Configuration
internal import Vocabulary

/// The settings of the module.
struct TechnologySettings {
  /// The level of a national core technology that stands on a product whose flow is lost; nil for
  /// none.
  let exposedCoreLevel: Level?

  static let fields = [
    Field(
      "exposed_core_level", .choice([none] + Level.allCases.map(\.name)),
      default: .text(Level.caution.name),
      doc: "The level of a national core technology that certainly needs a product whose flow an "
        + "event cuts, or none. A working proposal: the loss itself has its own levels in supply "
        + "chains, and this one makes sure that the holders are warned.")
  ]

  private static let none = "none"

  init(_ values: SettingValues) {
    exposedCoreLevel = Level(name: values.text("exposed_core_level"))
  }
}
