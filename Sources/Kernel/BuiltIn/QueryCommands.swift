internal import Store
internal import Vocabulary

/// The command that asks the store in SQL.
enum QueryCommands {
  static let all = [query]

  private static let query = Command(
    "query", summary: "Asks the store one question in SQL, read-only.",
    discussion: """
      The declared tables ('tower tables') and functions ('tower functions') can be read, and nothing
      can be changed. The limits are the settings questions.max_seconds and questions.max_rows. The
      marking of the answer is the strictest of the store, whatever the question reads.
      """,
    parameters: [.positional("sql", .text, doc: "One SELECT statement.")],
    examples: ["query 'SELECT id, title FROM tower_source ORDER BY id'"]
  ) { invocation in
    try Question.ask(
      invocation.arguments.text("sql"), of: invocation.tower, options: invocation.options)
  }
}
