internal import Configuration
internal import Kernel
internal import Vocabulary

/// The ownership rules of a deployment.
struct OwnershipRules: Sendable {
  private let rules: [DatedOwnershipRule]

  /// Takes the rules of the settings, and the bundled ones of every other name.
  init(_ own: [SettingValues]) {
    let own = own.map(DatedOwnershipRule.init)
    let names = Set(own.map(\.name))
    rules = own + OwnershipRules.bundled.filter { !names.contains($0.name) }
  }

  /// The names that `--rule` takes, in alphabetical order.
  var names: [String] { Set(rules.map(\.name)).sorted() }

  /// The form of a rule that holds on a day.
  ///
  /// - Throws: `TowerError` for an unknown name, and for a day of which no form is recorded.
  func rule(_ name: String, on day: Day) throws -> DatedOwnershipRule {
    let named = rules.filter { $0.name == name }
    guard !named.isEmpty else {
      let near = nearest(to: name, in: names)
      throw TowerError(
        .usage, "--rule: '\(name)' is not a rule",
        hints: ["rules: " + (near.isEmpty ? names : near).joined(separator: ", ")])
    }
    guard let rule = named.first(where: { $0.validity.contains(day) }) else {
      let periods = named.map { rule in
        "from \(rule.validity.from.map(\.description) ?? "ever") "
          + "until \(rule.validity.until.map(\.description) ?? "further notice")"
      }
      throw TowerError(
        .failed, "cannot tell: no form of the rule '\(name)' is recorded for \(day)",
        hints: ["recorded: " + periods.joined(separator: "; ")])
    }
    return rule
  }

  private static let bundled: [DatedOwnershipRule] = {
    let file = Schema(
      title: "Ownership rules", doc: "The rules.",
      fields: [
        Field("rules", .list(.mapping(OwnershipRuleFile.rule)), isRequired: true, doc: "The rules.")
      ])
    do {
      let node = try YAML.parse(text: BundledOwnershipRules.text, file: "bundled ownership rules")
      return try file.decode(node).mappings("rules").map(DatedOwnershipRule.init)
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}
