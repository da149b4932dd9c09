internal import Store
internal import Vocabulary

/// A question in SQL, answered as a command answers: rows as they come, then what is known of them.
struct PreparedQuestion {
  private let tower: Tower
  private let options: GlobalOptions
  private let connection: Connection
  private let parameters: QuestionParameters
  private let statements: [Prepared]

  /// A statement that is ready to run.
  private struct Prepared {
    let text: QuestionStatement
    let statement: Statement
  }

  /// Prepares every statement of a text on a connection of its own, before any is run.
  ///
  /// - Throws: `TowerError` with the place of each fault and the nearest names.
  init(
    _ text: String, parameters: QuestionParameters, of tower: Tower, options: GlobalOptions
  ) throws {
    self.tower = tower
    self.options = options
    self.parameters = parameters
    let connection = try tower.openForQuestions(options)
    self.connection = connection
    let texts = QuestionStatement.all(in: text)
    var statements: [Prepared] = []
    var faults: [TowerError] = []
    var read: Set<String> = []
    for text in texts {
      do {
        let statement = try PreparedQuestion.explaining(text, of: texts.count, tower) {
          let statement = try connection.prepare(text.sql)
          read.formUnion(statement.parameterNames.compactMap { $0 })
          try statement.bind(try parameters.values(for: statement.parameterNames))
          return statement
        }
        statements.append(Prepared(text: text, statement: statement))
      } catch let error as TowerError {
        faults.append(error)
      }
    }
    self.statements = statements
    if let first = faults.first, faults.count == 1 { throw first }
    if let first = faults.first {
      throw TowerError(first.status, faults.map(\.description).joined(separator: "\n"))
    }
    guard !statements.isEmpty else { throw TowerError(.usage, "there is no statement") }
    try parameters.refuseUnread(read)
    try refuseOtherColumns()
  }

  /// Runs the statements in their order.
  ///
  /// - Throws: `TowerError` for a statement that is stopped, too large or fails, with its place; those
  ///   behind it are not run.
  func answer(to stream: AnswerStream) throws -> CommandResult {
    for (place, prepared) in statements.enumerated() {
      try PreparedQuestion.explaining(prepared.text, of: statements.count, tower) {
        try tower.record(
          prepared.text.sql, parameters.texts, reading: prepared.statement.notedColumns, options)
        try write(prepared.statement, to: stream, goesOn: place > 0)
      }
    }
    guard stream.tellsFacts else { return CommandResult() }
    let sources = ReadSources(connection.readNames, tower.registry)
    return try tower.read { reader in
      let found = try sources.identifiers(reader)
      return CommandResult(
        sources: found, marking: try SourceRegister.marking(of: found, reader))
    }
  }

  // MARK: Rows

  /// How many rows are looked at to tell what an expression gives.
  private static let lookedAt = 100

  private func write(_ statement: Statement, to stream: AnswerStream, goesOn: Bool) throws {
    let declared = (0..<statement.columnCount).map(statement.origin).map(declaration)
    var first: [[Value]] = []
    var hasMore = true
    while first.count < (declared.contains(nil) ? PreparedQuestion.lookedAt : 0), hasMore {
      hasMore = try statement.step()
      if hasMore { first.append(statement.values) }
    }
    let columns = statement.columnNames.enumerated().map { place, name in
      let known = declared[place]
      return Column(
        name, known?.kind ?? PreparedQuestion.kind(of: first.lazy.map { $0[place] }),
        unit: known?.unit,
        doc: known?.doc ?? "")
    }
    try stream.write(columns, goesOn: goesOn) { table in
      try first.forEach(table.append)
      while hasMore, try statement.step() { try table.append(statement) }
    }
  }

  /// What the descriptors say of a column that is read as it is.
  private func declaration(_ origin: (table: String, column: String)?) -> Column? {
    guard let origin else { return nil }
    return tower.registry.columns(of: origin.table)?.first { $0.name == origin.column }
  }

  // SQL types values, not columns: a column is a number when every value of it is one.
  private static func kind(of values: some Sequence<Value>) -> Column.Kind {
    var kind: Column.Kind?
    for value in values {
      switch value {
      case .null: continue
      case .integer: kind = kind ?? .integer
      case .real: kind = .real
      case .text, .blob: return .text
      }
    }
    return kind ?? .text
  }

  // MARK: Faults

  /// One file of comma-separated values has one header.
  private func refuseOtherColumns() throws {
    guard options.format == .csv, let first = statements.first else { return }
    let names = first.statement.columnNames
    let others = statements.filter { $0.statement.columnNames != names }
    guard let other = others.first else { return }
    throw TowerError(
      .usage, "line \(other.text.line): csv holds one table, and this statement has other columns",
      hints: ["json, ndjson and xlsx hold the answers of several statements"])
  }

  private static func explaining<T>(
    _ text: QuestionStatement, of count: Int, _ tower: Tower, _ body: () throws -> T
  ) throws -> T {
    do {
      return try body()
    } catch let error as StoreError where error.sql == text.sql {
      let fault = QuestionFault(error, sql: text.sql, line: text.line, registry: tower.registry)
      throw placed(fault.towerError, text, of: count)
    } catch let error as TowerError {
      throw placed(error, text, of: count)
    }
  }

  private static func placed(_ error: TowerError, _ text: QuestionStatement, of count: Int)
    -> TowerError
  {
    count == 1
      ? error
      : TowerError(error.status, "line \(text.line): \(error.message)", hints: error.hints)
  }
}
