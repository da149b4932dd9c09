internal import Store
internal import Vocabulary

/// The function `level(indicator, value)`.
enum LevelFunction {
  static let descriptor = ScalarDescriptor(
    "level",
    doc: """
      The level that a value of an indicator stands for by the thresholds of the deployment: attention, \
      caution, alert or serious, and 'none' where none begins; null where the value is null. What a \
      finding weighs beside the value, such as alternative suppliers, is not in it.
      """,
    arguments: [
      .required("indicator", .text, doc: "An indicator that has thresholds."),
      .required("value", .real, doc: "The value, in the unit of the indicator."),
    ], result: .text, example: ("level('days_of_cover', 45)", "'alert'")
  ) {
    { call in
      guard let name = try call.optionalText("indicator") else { return .null }
      let levels = try thresholds(name, call.tower.registry.indicators)
      guard let value = try call.optionalNumber("value") else { return .null }
      return .text(levels.level(of: value)?.name ?? "none")
    }
  }

  private static func thresholds(_ name: String, _ indicators: [String: Indicator]) throws
    -> LevelThresholds
  {
    if let levels = indicators[name]?.levels { return levels }
    let known = indicators.values.filter { $0.levels != nil }.map(\.name).sorted()
    let near = nearest(to: name, in: known)
    throw TowerError(
      .usage,
      indicators[name] == nil
        ? "there is no indicator '\(name)'" : "the indicator '\(name)' has no thresholds",
      hints: [
        near.isEmpty
          ? "those with thresholds are \(known.joined(separator: ", "))"
          : "did you mean \(near.joined(separator: " or "))?"
      ])
  }
}
