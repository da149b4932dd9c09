public import Store
internal import Vocabulary

extension Tower {
  /// A read-only connection for questions: it reads declared tables and functions, nothing else.
  ///
  /// - Parameter options: the day of the answer, for the functions that depend on it.
  public func openForQuestions(_ options: GlobalOptions) throws -> Connection {
    try store.verify(histories)
    let connection = try store.openForReading()
    try register(on: connection, options)
    connection.restrict(to: readPolicy(options))
    return connection
  }
}

/// A question in SQL, answered as a command would answer it.
public enum Question {
  /// Asks one statement on a connection for questions of its own.
  ///
  /// - Parameter parameters: the value of each parameter `:name` of the statement.
  /// - Throws: `TowerError` for a statement that is wrong, refused, stopped or too large, with the
  ///   place of the fault and the nearest names.
  public static func ask(
    _ sql: String, parameters: [String: Value] = [:], of tower: Tower, options: GlobalOptions
  ) throws -> CommandResult {
    do {
      return try answer(sql, parameters, of: tower, options: options)
    } catch let error as StoreError where error.sql == sql {
      throw QuestionFault(error, sql: sql, registry: tower.registry).towerError
    }
  }

  private static func answer(
    _ sql: String, _ parameters: [String: Value], of tower: Tower, options: GlobalOptions
  ) throws -> CommandResult {
    let connection = try tower.openForQuestions(options)
    let statement = try connection.prepare(sql)
    try tower.record(sql, reading: statement.notedColumns, options)
    // A parameter without a value would read null in its place: the count refuses it.
    try statement.bind(
      statement.parameterNames.compactMap { $0.flatMap { parameters[String($0.dropFirst())] } })
    var rows: [[Value]] = []
    while try statement.step() { rows.append(statement.values) }
    let columns = statement.columnNames.enumerated().map { index, name in
      Column(name, kind(of: rows.lazy.map { $0[index] }), doc: "")
    }
    return CommandResult(
      columns: columns, rows: rows,
      marking: try tower.read { try SourceRegister.marking(of: nil, $0) })
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
}
