internal import Kernel
internal import Store

/// What an indicator answers: rows, what the reader must know beside them, and their sources.
struct IndicatorAnswer {
  var rows: [[Value]] = []
  var notes: [String] = []
  var sources: Set<String> = []

  /// How many rows have no value, for the reader; nothing where all have one.
  var untold: [String] {
    let count = rows.filter { $0[3].isNull }.count
    return count == 0
      ? [] : ["\(count) of \(rows.count) cannot be told; the column 'missing' says why"]
  }
}

/// An indicator of criticality, declared once: a command and a table function with the same rows.
struct CriticalityIndicator: Sendable {
  /// The name of the function; the command has hyphens in place of its underscores.
  let name: String
  let summary: String
  /// The method with its source, for the help of the command.
  let discussion: String
  /// What a row is, for the help of the function.
  let row: String
  /// Importer, material, year, the value of the indicator, and then its parts.
  let columns: [Column]
  /// Whether it has intervals from draws.
  let isDrawn: Bool
  let examples: [String]
  let answer: @Sendable (IndicatorQuestion, ResourcesSettings, Connection) throws -> IndicatorAnswer

  static let all = [
    geoPolRisk, importReliance, supplyRisk, economicImportance, usgsSupplyRisk,
  ]

  func command(_ settings: ResourcesSettings) -> Command {
    let words = "resources " + String(name.map { $0 == "_" ? "-" : $0 })
    return Command(
      words, summary: summary, discussion: discussion,
      parameters: IndicatorQuestion.parameters
        + (isDrawn ? IndicatorQuestion.drawParameters : []),
      columns: columns, examples: examples.map { words + " " + $0 }
    ) { invocation in
      try invocation.tower.read { connection in
        let question = IndicatorQuestion(invocation.arguments, isDrawn: isDrawn, settings)
        let found = try answer(question, settings, connection)
        let sources = found.sources.sorted()
        return CommandResult(
          columns: columns, rows: found.rows, notes: found.notes + found.untold, sources: sources,
          marking: try SourceRegister.marking(of: sources, connection))
      }
    }
  }

  func function(_ settings: ResourcesSettings) -> FunctionDescriptor {
    FunctionDescriptor(
      name, doc: row, arguments: IndicatorQuestion.arguments, columns: columns, estimatedRows: 65
    ) { call in
      let question = try IndicatorQuestion(call, isDrawn: isDrawn, settings)
      return RowProducer(try answer(question, settings, call.reader).rows)
    }
  }
}
