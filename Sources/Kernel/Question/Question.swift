public import Store
internal import Vocabulary

extension Tower {
  /// A read-only connection for questions: it reads declared tables and functions, nothing else.
  ///
  /// - Parameter options: the day of the answer, for the functions that depend on it.
  public func openForQuestions(_ options: GlobalOptions) throws -> Connection {
    try store.verify(histories)
    let connection = try store.openForReading()
    if let work { connection.record(into: work.log) }
    try register(on: connection, options)
    connection.restrict(to: readPolicy(options))
    return connection
  }

  /// The tables and functions that questions may read; a link of another table is left out.
  var openToQuestions: Set<String> {
    Set(registry.entries.flatMap { $0.descriptor.tables.map(\.name) })
      .union(registry.functions.map(\.name))
  }
}

/// Questions in SQL, answered as commands answer.
public enum Question {
  /// Asks statements and keeps the answers in memory.
  ///
  /// - Parameter parameters: the value of each parameter `:name` of the statement.
  /// - Throws: `TowerError` for a statement that is wrong, refused, stopped or too large, with the
  ///   place of the fault and the nearest names.
  public static func ask(
    _ sql: String, parameters: [String: Value] = [:], of tower: Tower, options: GlobalOptions
  ) throws -> CommandResult {
    let collected = CollectedAnswer()
    var result = try PreparedQuestion(
      sql, parameters: QuestionParameters(parameters), of: tower, options: options
    ).answer(to: AnswerStream(collected, nil))
    result.tables = collected.tables
    return result
  }

  /// Asks statements on a connection of their own, and writes the rows as they come.
  ///
  /// - Parameter parameters: the values of the named parameters, each as `name=value`.
  /// - Returns: what is known of the answer beside its rows.
  /// - Throws: `TowerError` for a statement that is wrong, refused, stopped or too large, with the
  ///   place of the fault and the nearest names.
  public static func ask(
    _ sql: String, parameters: [String] = [], of tower: Tower, options: GlobalOptions,
    answer: AnswerStream
  ) throws -> CommandResult {
    try PreparedQuestion(
      sql, parameters: QuestionParameters(parameters), of: tower, options: options
    ).answer(to: answer)
  }
}
