internal import Store
internal import Vocabulary

/// The command that asks the store in SQL.
enum QueryCommands {
  static let all = [query]

  private static let query = Command(
    "query", summary: "Asks the store one question in SQL, read-only.",
    discussion: """
      The declared tables ('tower tables') and functions ('tower functions') can be read, and nothing
      can be changed. today() is the day of the answer (--as-of); the machine's clock is not read.
      People's data are read with --purpose alone, and the question goes to the ledger then. The limits
      are the settings questions.*; a refusal names the one that it met. The marking of the answer is
      the strictest of the store, whatever the question reads. Several statements, each
      ending in ';', are read by 'tower' itself from the standard input.
      """,
    parameters: [
      .positional("sql", .text, .optional, doc: "One SELECT statement; - reads standard input."),
      Parameter("file", .existingFile, doc: "The file that holds the statement."),
    ],
    examples: [
      "query 'SELECT id, title FROM tower_sources ORDER BY id'",
      "query - --format csv",
    ]
  ) { invocation in
    try Question.ask(
      try statement(invocation.arguments), of: invocation.tower, options: invocation.options)
  }

  private static func statement(_ arguments: Arguments) throws -> String {
    switch (arguments.optionalText("sql"), arguments.optionalText("file")) {
    case ("-", nil): return try QuestionText.fromStandardInput()
    case (let written?, nil): return written
    case (nil, let file?): return try QuestionText.fromFile(file)
    case (_?, _?):
      throw TowerError(.usage, "the question is given twice: as a word and as a file")
    case (nil, nil):
      throw TowerError(.usage, "SQL or --file is missing", hints: ["usage: tower \(query.usage)"])
    }
  }
}
