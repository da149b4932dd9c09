internal import Store
internal import Vocabulary

/// What the deployment consists of, as a table function without arguments and as a command: both give
/// the same rows, straight from the descriptors.
struct IntrospectionTable: Sendable {
  /// The name of the function, which begins with `tower_`; the command has the rest of it.
  let name: String
  /// What a row is.
  let doc: String
  /// The columns.
  let columns: [Column]
  /// Whether there is a command of its own; the others are part of an older one.
  let isCommand: Bool
  /// The rows, in a stated order.
  let rows: @Sendable (Tower) throws -> [[Value]]

  init(
    _ name: String, doc: String, columns: [Column], isCommand: Bool = true,
    rows: @escaping @Sendable (Tower) throws -> [[Value]]
  ) {
    self.name = name
    self.doc = doc
    self.columns = columns
    self.isCommand = isCommand
    self.rows = rows
  }

  /// Every table.
  ///
  /// A new kind of declaration is one more entry here.
  static let all = modules + readables + callables + commands + settings + queries

  /// The table as questions read it.
  var function: FunctionDescriptor {
    FunctionDescriptor(
      name, doc: doc, arguments: [], columns: columns, estimatedRows: 100
    ) { call in RowProducer(try rows(call.tower)) }
  }

  /// The table as a command gives it; one argument chooses rows by the first column.
  var command: Command {
    let key = columns[0].name.replacing("_", with: "-")
    return Command(
      String(name.dropFirst("tower_".count)), summary: "Lists: \(doc)",
      discussion: "The same rows are read in SQL as SELECT * FROM \(name).",
      parameters: [
        .positional(key, .text, .optional, doc: "Only the rows of this \(key).")
      ],
      columns: columns, effect: .none,
      examples: [String(name.dropFirst("tower_".count))]
    ) { invocation in
      let rows = try rows(invocation.tower)
      guard let wanted = invocation.arguments.optionalText(key) else {
        return CommandResult(columns: columns, rows: rows)
      }
      let chosen = rows.filter { $0[0].text == wanted }
      guard chosen.isEmpty else { return CommandResult(columns: columns, rows: chosen) }
      let near = nearest(to: wanted, in: Set(rows.compactMap { $0[0].text }).sorted())
      throw TowerError(
        .usage, "there is no \(key) '\(wanted)'",
        hints: near.isEmpty ? [] : ["did you mean \(near.joined(separator: " or "))?"])
    }
  }
}

extension Tower {
  /// The enabled modules and then the others, each with whether it is enabled.
  var installed: [(entry: Registry.Entry, isEnabled: Bool)] {
    registry.entries.map { ($0, true) } + registry.disabled.map { ($0, false) }
  }
}
