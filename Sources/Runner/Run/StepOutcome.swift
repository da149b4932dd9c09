internal import Kernel
internal import Store
internal import Vocabulary

/// How a step ended: what the command answered, or why it failed.
struct StepOutcome: Sendable {
  /// The exit code that the command alone would have given.
  let exitStatus: ExitStatus
  /// The number of rows over all tables of the answer; nil when there is no answer.
  let rows: Int?
  /// The answer in short, or the error.
  let message: String
  /// What the reader must know beside the answer.
  let notes: [String]
  /// The SHA-256 of the answer as JSON; nil when there is no answer.
  let digest: String?
  /// The answer as one value, which other steps can refer to; nil when it is more than that.
  let output: String?
  /// The highest level in the answer; nil when it has none.
  let level: Level?

  /// The outcome of a command that answered.
  ///
  /// - Parameter saved: the file that the answer was written to, which is its output then.
  init(_ result: CommandResult, saved: String?) {
    exitStatus = result.status
    rows = result.tables.map(\.rows.count).reduce(0, +)
    message = StepOutcome.summary(of: result)
    notes = result.notes
    digest = Digest.of(OutputFormat.json.render(result))
    output = saved ?? StepOutcome.value(of: result)
    level = StepOutcome.level(of: result)
  }

  /// The outcome of a command that threw.
  init(_ error: any Error) { self.init(exitStatus: ExitStatus(of: error), message: "\(error)") }

  /// The outcome of a step that has no answer, or as the journal keeps it.
  init(
    exitStatus: ExitStatus, rows: Int? = nil, message: String, notes: [String] = [],
    digest: String? = nil, output: String? = nil, level: Level? = nil
  ) {
    self.exitStatus = exitStatus
    self.rows = rows
    self.message = message
    self.notes = notes
    self.digest = digest
    self.output = output
    self.level = level
  }

  /// Findings at the level asked for are an answer, not a failure.
  var isSuccess: Bool { exitStatus == .ok || exitStatus == .findingsAtLevel }

  // The first line of a document; the values of a single row; or the number of rows.
  private static func summary(of result: CommandResult) -> String {
    if let text = result.text {
      return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no text"
    }
    guard let table = result.tables.first else { return "no table" }
    guard result.tables.count == 1, table.rows.count == 1 else {
      let counts = result.tables.map { $0.rows.count == 1 ? "1 row" : "\($0.rows.count) rows" }
      return counts.joined(separator: ", ")
    }
    return zip(table.columns, table.rows[0]).filter { !$1.isNull && $1 != "" }
      .map { column, value in "\(column.name) \(value.text ?? "\(value)")" }.joined(separator: ", ")
  }

  private static func value(of result: CommandResult) -> String? {
    guard result.tables.count == 1, let table = result.tables.first, table.rows.count == 1,
      table.columns.count == 1, !table.rows[0][0].isNull
    else { return nil }
    return table.rows[0][0].text ?? "\(table.rows[0][0])"
  }

  private static func level(of result: CommandResult) -> Level? {
    result.tables.flatMap { table -> [Level] in
      guard let place = table.columns.firstIndex(where: { $0.name == "level" }) else { return [] }
      return table.rows.compactMap { $0[place].text.flatMap { Level(name: $0) } }
    }.max()
  }
}
