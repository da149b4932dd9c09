internal import Store
internal import Vocabulary

/// Commands that say what the deployment consists of, straight from the descriptors.
enum IntrospectionCommands {
  static let all =
    [help, tables, functions] + IntrospectionTable.all.filter(\.isCommand).map(\.command)

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
    "functions",
    summary: "Lists the functions that questions may call: of rows, of values and of groups.",
    parameters: [.positional("function", .text, .optional, doc: "One function only.")],
    columns: [
      Column("function", .text, doc: "The function, as it is called."),
      Column("name", .text, doc: "An argument, a column of its rows, or its value."),
      Column("role", .text, doc: "argument, column or value."),
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
      entry.descriptor.declaredFunctions.filter { wanted == nil || $0.name == wanted }.flatMap {
        described($0, columns(of: $0.name, entry), entry.identity.identifier)
      }
    }
    return CommandResult(columns: functions.columns, rows: rows)
  }

  private static func columns(of function: String, _ entry: Registry.Entry) -> [Column] {
    entry.descriptor.functions.first { $0.name == function }?.columns ?? []
  }

  private static func described(
    _ function: DeclaredFunction, _ columns: [Column], _ owner: String
  ) -> [[Value]] {
    func row(_ name: String, _ role: String, _ type: Column.Kind, _ unit: String?, _ doc: String)
      -> [Value]
    {
      [
        .text(function.signature), .text(name), .text(role), .text(type.rawValue), Value(unit),
        .text(owner), .text(doc),
      ]
    }
    return function.arguments.map { row($0.name, "argument", $0.kind, nil, $0.doc) }
      + columns.map { row($0.name, "column", $0.kind, $0.unit, $0.doc) }
      + (function.result.map { [row(function.name, "value", $0, nil, function.doc)] } ?? [])
  }

  /// Refuses a name that is no table or no function, with the nearest of that kind, or the command
  /// that explains it where it is one of the other kind.
  private static func refuseUnknown(_ wanted: String?, _ kind: String, _ registry: Registry) throws
  {
    let isFunction = kind == "function"
    let known =
      isFunction
      ? registry.entries.flatMap { $0.descriptor.declaredFunctions.map(\.name) }
      : registry.entries.flatMap { $0.descriptor.tables.map(\.name) }
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
}
