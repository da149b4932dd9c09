internal import Store
internal import Vocabulary

// What a deployment lets a question read: the tables, functions and columns that its modules declare,
// less what its markings keep out, and people's data for a stated purpose only.
extension Tower {
  /// The policy of one question.
  func readPolicy(_ options: GlobalOptions) -> ReadPolicy {
    typealias Source = (name: String, columns: [Column], arguments: [String])
    let sources: [Source] =
      registry.entries.flatMap(\.descriptor.tables).map { ($0.name, $0.columns, []) }
      + registry.functions.map { ($0.name, $0.columns, $0.arguments.map(\.name)) }
    var open: [String: Set<String>] = [:]
    var noted: [String: Set<String>] = [:]
    var reasons = disabledTables
    for source in sources {
      open[source.name] = Set(source.arguments)
      for column in source.columns {
        let reason = closing(column, options)
        if let reason {
          reasons[source.name + "." + column.name] = reason
        } else {
          open[source.name]?.insert(column.name)
        }
        if column.isPersonal { noted[source.name, default: []].insert(column.name) }
      }
    }
    return ReadPolicy(
      tables: Set(sources.map(\.name)), columns: open, noted: noted, reasons: reasons,
      functions: Set(registry.callable),
      limits: deployment.questionLimits)
  }

  /// Registers every function that a question may call.
  func register(on connection: Connection, _ options: GlobalOptions) throws {
    for function in registry.functions {
      try connection.register(function.tableFunction(self, options: options))
    }
    let clock = try QuestionClock.functions { [work, clock = self.clock] in
      work?.noteDay()
      return options.asOf ?? clock.today
    }
    for function in clock { try connection.register(function) }
    for scalar in registry.scalars {
      for function in scalar.functions(self, options: options) { try connection.register(function) }
    }
    for aggregate in registry.aggregates { try connection.register(aggregate.function) }
  }

  /// Why a column is closed here and now; nil when it is open.
  func closing(_ column: Column, _ options: GlobalOptions) -> String? {
    if let marking = column.marking, !deployment.mayHold(marking) {
      return "marked \(marking), which agency '\(deployment.agency.identifier)' may not hold here"
    }
    guard column.isPersonal, options.purpose == nil else { return nil }
    return "people's data; say what for with --purpose TEXT, which goes to the ledger with the "
      + "question, or leave it out"
  }

  private var disabledTables: [String: String] {
    let pairs = registry.disabled.flatMap { entry in
      (entry.descriptor.tables.map(\.name) + entry.descriptor.functions.map(\.name)).map { name in
        (
          name,
          "table '\(name)' belongs to module '\(entry.identity.identifier)', which this deployment "
            + "disables"
        )
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension Tower {
  /// Writes a question that reads people's data to the ledger, before it gives a row.
  ///
  /// - Parameters:
  ///   - parameters: the values of its parameters, each as `name=value`.
  ///   - columns: the columns of people's data that it reads, as `table.column`.
  func record(
    _ sql: String, _ parameters: [String], reading columns: [String], _ options: GlobalOptions
  ) throws {
    guard !columns.isEmpty, let purpose = options.purpose else { return }
    try write { connection in
      try Ledger.append(
        kind: "query", subject: "agency:" + deployment.agency.identifier,
        body: .object(
          [("purpose", .text(purpose)), ("sql", .text(sql))]
            + (parameters.isEmpty ? [] : [("parameters", .texts(parameters))])
            + [("columns", .texts(columns))]), actor: deployment.agency.identifier, at: clock.now,
        to: connection)
    }
  }
}
