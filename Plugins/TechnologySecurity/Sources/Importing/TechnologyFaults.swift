internal import Configuration
internal import Vocabulary

/// What the schema alone cannot see of a technology, each fault at its place.
enum TechnologyFaults {
  static func faults(_ technology: SettingValues) -> [Diagnostic] {
    stepFaults(technology) + useFaults(technology)
      + repeated(technology.mappings("makes"), "product") { $0.product("product").description }
      + repeated(technology.mappings("control_codes"), "code") {
        $0.text("regime") + " " + $0.text("code")
      }
  }

  private static func stepFaults(_ technology: SettingValues) -> [Diagnostic] {
    let steps = technology.mappings("steps")
    return repeated(steps, "id") { $0.text("id") }
      + repeated(steps, "order") { String($0.integer("order")) }
  }

  private static func useFaults(_ technology: SettingValues) -> [Diagnostic] {
    let steps = technology.mappings("steps").map { $0.text("id") }
    return technology.mappings("uses").flatMap { use -> [Diagnostic] in
      var faults: [Diagnostic] = []
      let step = use.text("step")
      if !steps.contains(step) {
        faults.append(
          use.fault(
            "step", "'\(step)' is no step of '\(technology.text("id"))'",
            suggestions: nearest(to: step, in: steps, limit: 1), allowed: steps))
      }
      if use.optionalProduct("product") == nil, use.optionalText("material") == nil {
        faults.append(use.fault("product", "a use names a product, a material or both"))
      }
      if !use.texts("elements").isEmpty, use.optionalText("material") == nil {
        faults.append(use.fault("elements", "elements are named without their material"))
      }
      return faults
    }
  }

  private static func repeated(
    _ items: [SettingValues], _ key: String, name: (SettingValues) -> String
  ) -> [Diagnostic] {
    var seen: Set<String> = []
    return items.compactMap { item in
      seen.insert(name(item)).inserted
        ? nil : item.fault(key, "'\(name(item))' stands twice in this technology")
    }
  }
}
