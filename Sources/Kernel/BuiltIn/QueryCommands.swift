internal import Store
internal import Vocabulary

/// The command that asks the store in SQL.
enum QueryCommands {
  static let all = [query]

  private static let query = Command(
    "query", summary: "Asks the store in SQL, read-only.",
    discussion: """
      The declared tables ('tower tables') and functions ('tower functions') can be read, and nothing
      can be changed. today() is the day of the answer (--as-of); the machine's clock is not read.
      People's data are read with --purpose alone, and the question goes to the ledger then. The limits
      are the settings questions.*; a refusal names the one that it met. Of several statements, each
      ending in ';', all are checked before the first runs, and the first that fails ends them. With
      --meta, and in json, the answer names the sources of the tables that were read and their
      strictest marking.
      """,
    parameters: [
      .positional("sql", .text, .optional, doc: "SELECT statements; - reads standard input."),
      Parameter("file", .existingFile, doc: "The file that holds the statements."),
      Parameter(
        "param", .text, isRepeated: true,
        doc: "NAME=VALUE: the value of the parameter :NAME of the statements."),
    ],
    examples: [
      "query 'SELECT id, title FROM tower_sources ORDER BY id'",
      "query 'SELECT * FROM dependence(:who, :year)' --param who=KOR --param year=2024",
      "query - --format csv",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    return try Question.ask(
      try statement(arguments), parameters: arguments.texts("param"), of: invocation.tower,
      options: invocation.options, answer: invocation.answer)
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
