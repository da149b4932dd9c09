internal import Kernel
internal import Store

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

  /// The outcome of a command that answered.
  init(_ result: CommandResult) {
    exitStatus = result.status
    rows = result.tables.map(\.rows.count).reduce(0, +)
    message = StepOutcome.summary(of: result)
    notes = result.notes
    digest = Digest.of(OutputFormat.json.render(result))
  }

  /// The outcome of a command that threw.
  init(_ error: any Error) {
    exitStatus = ExitStatus(of: error)
    rows = nil
    message = "\(error)"
    notes = []
    digest = nil
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
}
