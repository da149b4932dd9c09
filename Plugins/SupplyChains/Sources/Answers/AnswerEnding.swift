internal import Kernel
internal import Store

/// What is known of an answer of flows beside its rows.
struct AnswerEnding {
  let notes: [String]
  let sources: [String]

  /// The note on an answer without rows.
  static let nothing = "no trade is recorded; that does not mean there is none"

  /// What a command returns whose rows are written already.
  func result(_ connection: Connection) throws -> CommandResult {
    CommandResult(
      notes: notes, sources: sources,
      marking: try SourceRegister.marking(of: sources, connection))
  }
}
