internal import Configuration
internal import Store
internal import Vocabulary

/// Commands about the configuration.
enum ConfigurationCommands {
  static let all = [check, show, schema]

  private static let check: Command = Command(
    "config check", summary: "Checks configuration files and names every fault with its place.",
    parameters: [.positional("file", .existingFile, isRepeated: true, doc: "The files.")],
    columns: [
      Column("file", .text, doc: "The file."), Column("line", .integer, doc: "The line."),
      Column("column", .integer, doc: "The column."),
      Column("fault", .text, doc: "What is wrong, with the nearest valid name."),
    ],
    effect: .none, alwaysRuns: true, examples: ["config check config/agencies/motir.yaml"]
  ) { invocation in
    let registry = invocation.tower.registry
    let modules = (registry.entries + registry.disabled).map(\.identity)
    var faults: [Diagnostic] = []
    for path in invocation.arguments.texts("file") {
      do throws(ConfigurationError) {
        _ = try Deployment.load(path: path, modules: modules)
      } catch {
        faults += error.diagnostics
      }
    }
    var result = CommandResult(
      columns: check.columns,
      rows: faults.map { fault in
        [
          .text(fault.mark.file), Value(fault.mark.line), Value(fault.mark.column),
          .text(fault.summary),
        ]
      }, notes: faults.map(\.description))
    if !faults.isEmpty { result.status = .configuration }
    return result
  }

  private static let show: Command = Command(
    "config show", summary: "Shows every setting in force.",
    parameters: [Parameter("origin", .flag, doc: "Also show where each came from and what it is.")],
    columns: [
      Column("setting", .text, doc: "The keys that lead to it."),
      Column("value", .text, doc: "Its value; a secret as the place where it is kept."),
      Column("origin", .text, doc: "Where it came from, with --origin."),
      Column("doc", .text, doc: "What it is, with --origin."),
    ],
    effect: .none, examples: ["config show --origin"]
  ) { invocation in
    let entries = invocation.tower.deployment.values.outline()
    let isLong = invocation.arguments.flag("origin")
    return CommandResult(
      columns: isLong ? show.columns : Array(show.columns.prefix(2)),
      rows: entries.map { entry in
        let short: [Value] = [.text(entry.path), .text(entry.value)]
        return isLong ? short + [.text(entry.origin), .text(entry.doc)] : short
      })
  }

  private static let schema: Command = Command(
    "config schema", summary: "Prints the JSON Schema of a configuration file, for editors.",
    discussion: "It follows draft 2020-12 and is generated from the installed modules.",
    effect: .none, examples: ["config schema"]
  ) { invocation in
    let registry = invocation.tower.registry
    let modules = (registry.entries + registry.disabled).map(\.identity)
    return CommandResult(text: Deployment.schema(modules).jsonSchema())
  }
}
