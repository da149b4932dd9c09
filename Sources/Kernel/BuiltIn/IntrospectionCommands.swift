internal import Store
internal import Vocabulary

/// Commands that say what the deployment consists of, straight from the descriptors.
enum IntrospectionCommands {
  static let all = [help, modules, tables, functions, indicators]

  private static let help: Command = Command(
    "help", summary: "Lists the commands, or explains one.",
    parameters: [
      .positional("command", .text, .optional, isRepeated: true, doc: "The words of a command.")
    ],
    columns: [
      Column("command", .text, doc: "The command."),
      Column("summary", .text, doc: "What it does."),
    ],
    effect: .none, examples: ["help", "help ledger verify"]
  ) { invocation in
    let commands = invocation.tower.registry.commands
    let words = invocation.arguments.texts("command")
    guard !words.isEmpty else {
      return CommandResult(
        columns: help.columns, rows: commands.map { [.text($0.name), .text($0.summary)] },
        notes: [
          "'tower help COMMAND' explains one; every command takes the global options",
          "'tower' alone, or 'tower shell', opens a session at a terminal or reads lines of a pipe",
        ])
    }
    let family = commands.filter { $0.name.hasPrefix(words.joined(separator: " ") + " ") }
    if !family.isEmpty, !commands.contains(where: { $0.name == words.joined(separator: " ") }) {
      return CommandResult(
        columns: help.columns, rows: family.map { [.text($0.name), .text($0.summary)] })
    }
    return HelpPage.of(try CommandLineParser(commands: commands).find(words).command)
  }

  private static let modules: Command = Command(
    "modules", summary: "Lists the installed modules.",
    columns: [
      Column("module", .text, doc: "The identifier."), Column("title", .text, doc: "The title."),
      Column("enabled", .flag, doc: "Whether the deployment has it switched on."),
      Column("requires", .text, doc: "The modules it requires."),
      Column("commands", .integer, doc: "How many commands it brings."),
      Column("tables", .integer, doc: "How many tables it brings."),
      Column("functions", .integer, doc: "How many functions it brings."),
      Column("lenses", .integer, doc: "How many lenses it brings."),
    ],
    effect: .none, examples: ["modules"]
  ) { invocation in
    let registry = invocation.tower.registry
    let rows =
      registry.entries.map { row($0, isEnabled: true) }
      + registry.disabled.map { row($0, isEnabled: false) }
    return CommandResult(columns: modules.columns, rows: rows)
  }

  private static let tables: Command = Command(
    "tables", summary: "Lists the tables with their columns, types and units.",
    parameters: [.positional("table", .text, .optional, doc: "One table only.")],
    columns: [
      Column("table", .text, doc: "The table."), Column("column", .text, doc: "The column."),
      Column("type", .text, doc: "What the values are."),
      Column("unit", .text, doc: "The unit of a number."),
      Column("module", .text, doc: "The module that owns it."),
      Column("doc", .text, doc: "What it is."),
    ],
    effect: .none, examples: ["tables tower_ledger"]
  ) { invocation in
    let wanted = invocation.arguments.optionalText("table")
    let entries = invocation.tower.registry.entries
    try refuseUnknown(wanted, "table", invocation.tower.registry)
    let rows = entries.flatMap { entry in
      entry.descriptor.tables.filter { wanted == nil || $0.name == wanted }.flatMap { table in
        table.columns.map { column -> [Value] in
          [
            .text(table.name), .text(column.name), .text(column.kind.rawValue), Value(column.unit),
            .text(entry.identity.identifier), .text(column.doc),
          ]
        }
      }
    }
    return CommandResult(columns: tables.columns, rows: rows)
  }

  private static let functions: Command = Command(
    "functions", summary: "Lists the table-valued functions that questions may call.",
    parameters: [.positional("function", .text, .optional, doc: "One function only.")],
    columns: [
      Column("function", .text, doc: "The function, as it is called."),
      Column("name", .text, doc: "An argument or a column of its rows."),
      Column("role", .text, doc: "argument or column."),
      Column("type", .text, doc: "What the values are."),
      Column("unit", .text, doc: "The unit of a number."),
      Column("module", .text, doc: "The module that owns it."),
      Column("doc", .text, doc: "What it is."),
    ],
    effect: .none, examples: ["functions"]
  ) { invocation in
    let wanted = invocation.arguments.optionalText("function")
    let entries = invocation.tower.registry.entries
    try refuseUnknown(wanted, "function", invocation.tower.registry)
    let rows = entries.flatMap { entry in
      entry.descriptor.functions.filter { wanted == nil || $0.name == wanted }.flatMap { function in
        let owner = Value.text(entry.identity.identifier)
        return function.arguments.map { argument -> [Value] in
          [
            .text(function.signature), .text(argument.name), .text("argument"),
            .text(argument.kind.rawValue), .null, owner, .text(argument.doc),
          ]
        }
          + function.columns.map { column -> [Value] in
            [
              .text(function.signature), .text(column.name), .text("column"),
              .text(column.kind.rawValue), Value(column.unit), owner, .text(column.doc),
            ]
          }
      }
    }
    return CommandResult(columns: functions.columns, rows: rows)
  }

  /// Refuses a name that is no table or no function, with the nearest of that kind, or the command
  /// that explains it where it is one of the other kind.
  private static func refuseUnknown(_ wanted: String?, _ kind: String, _ registry: Registry) throws
  {
    let isFunction = kind == "function"
    let known = registry.readable.filter { $0.isFunction == isFunction }.map(\.name)
    guard let wanted, !known.contains(wanted) else { return }
    let other = isFunction ? "table" : "function"
    guard !registry.readable.contains(where: { $0.name == wanted }) else {
      throw TowerError(
        .usage, "'\(wanted)' is a \(other), not a \(kind)",
        hints: ["'tower \(other)s \(wanted)' explains it"])
    }
    let near = nearest(to: wanted, in: known)
    throw TowerError(
      .usage, "there is no \(kind) '\(wanted)'",
      hints: near.isEmpty ? [] : ["did you mean \(near.joined(separator: " or "))?"])
  }

  private static let indicators: Command = Command(
    "indicators", summary: "Lists the indicators that findings use.",
    columns: [
      Column("indicator", .text, doc: "The name."), Column("title", .text, doc: "The title."),
      Column("unit", .text, doc: "The unit of its value."),
      Column("section", .text, doc: "Its part of a brief."),
      Column("doc", .text, doc: "What it is."),
    ],
    effect: .none, examples: ["indicators"]
  ) { invocation in
    let all = invocation.tower.registry.indicators.values.sorted { $0.name < $1.name }
    return CommandResult(
      columns: indicators.columns,
      rows: all.map {
        [
          .text($0.name), .text($0.title.english), Value($0.unit), .text($0.section.rawValue),
          .text($0.doc),
        ]
      })
  }

  private static func row(_ entry: Registry.Entry, isEnabled: Bool) -> [Value] {
    [
      .text(entry.identity.identifier), .text(entry.identity.title.english), Value(isEnabled),
      .text(entry.identity.requires.joined(separator: ", ")),
      Value(entry.descriptor.commands.count), Value(entry.descriptor.tables.count),
      Value(entry.descriptor.functions.count), Value(entry.descriptor.lenses.count),
    ]
  }
}
