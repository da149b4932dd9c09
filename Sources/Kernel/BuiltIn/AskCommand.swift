internal import Store
internal import Vocabulary

/// The command that asks a named query, or lists them.
enum AskCommand {
  static let command = Command(
    "ask", summary: "Asks a named query, or lists the named queries.",
    discussion: """
      A named query is a file of the folders in the setting query_folders: SQL with typed parameters,
      which are bound and never written into it. It is asked like every question: read-only, within the
      limits of questions.*, and people's data with --purpose alone. A page that is read has headings
      in the language asked for; CSV and JSON keep the names of the columns.
      """,
    parameters: [
      .positional("name", .query, .optional, doc: "The named query; left out, all are listed."),
      Parameter(
        "parameter", .queryParameter, isRepeated: true, doc: "A parameter of the query."),
      Parameter("show-sql", .flag, doc: "Explain the query instead: parameters, columns, SQL."),
      Parameter(
        "language", .choice(Language.allCases.map(\.rawValue)), .defaulted("en"),
        doc: "The language of titles and headings."),
    ],
    columns: columns,
    examples: [
      "ask", "ask single-country-dependence --parameter minimum_share=0.6 --language ko",
      "ask falling-due --show-sql",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    let language = Language(rawValue: arguments.text("language")) ?? .english
    guard let name = arguments.optionalText("name") else {
      return try list(invocation.tower, language)
    }
    let query = try invocation.tower.namedQuery(name)
    guard !arguments.flag("show-sql") else { return page(query, invocation.tower, language) }
    let values = try query.values(
      arguments.texts("parameter").map(NameAndValue.read), of: invocation.tower)
    let answer = try query.ask(values, of: invocation.tower, options: invocation.options)
    return invocation.options.format.isRead ? query.headed(answer, in: language) : answer
  }

  private static let columns = [
    Column("query", .text, doc: "The named query."),
    Column("title", .text, doc: "What it answers."),
    Column("modules", .text, doc: "The modules that it joins."),
    Column("parameters", .text, doc: "Its parameters with their defaults."),
  ]

  private static func list(_ tower: Tower, _ language: Language) throws -> CommandResult {
    let rows = try tower.namedQueries().map { query -> [Value] in
      [
        .text(query.identifier), .text(query.title.text(in: language)),
        .text(query.modules(in: tower.registry).joined(separator: ", ")),
        .text(query.parameterLine),
      ]
    }
    return CommandResult(
      columns: columns, rows: rows,
      notes: ["'tower ask NAME --show-sql' explains one; --parameter NAME=VALUE sets a parameter"])
  }

  private static func page(_ query: NamedQuery, _ tower: Tower, _ language: Language)
    -> CommandResult
  {
    let modules = query.modules(in: tower.registry).joined(separator: ", ")
    let parameters = ResultTable(
      title: "\(query.identifier): \(query.title.text(in: language))\n\n"
        + "\(query.doc.text(in: language))\nIt joins: \(modules)\n",
      columns: [
        Column("parameter", .text, doc: "The parameter."),
        Column("default", .text, doc: "What holds when it is not given."),
        Column("doc", .text, doc: "What it is."),
      ],
      rows: query.parameters.map {
        [.text($0.usageInQuery), Value($0.defaultText), .text($0.doc)]
      })
    let shown = ResultTable(
      title: "\nWhat it returns",
      columns: [
        Column("column", .text, doc: "The column."),
        Column("title", .text, doc: "Its heading."),
        Column("unit", .text, doc: "The unit of a number."),
        Column("doc", .text, doc: "What it is."),
      ],
      rows: query.columns.map {
        [.text($0.name), .text($0.title.text(in: language)), Value($0.unit), .text($0.doc)]
      })
    let sql = ResultTable(
      title: "\n" + query.sql, columns: [Column("file", .text, doc: "Where it stands.")],
      rows: [[.text(query.file)]])
    return CommandResult(tables: [parameters, shown, sql])
  }
}

/// What is written as `name=value`.
enum NameAndValue {
  /// The name and the value of a word.
  ///
  /// - Throws: `TowerError` for a word without an equals sign.
  static func read(_ word: String) throws -> (name: String, text: String) {
    guard let sign = word.firstIndex(of: "=") else {
      throw TowerError(
        .usage, "--parameter: '\(word)' is not NAME=VALUE", hints: ["for example year=2024"])
    }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }
}

extension NamedQuery {
  /// Its parameters on one line: `importer=KOR, year=2024`.
  var parameterLine: String {
    parameters.map { "\($0.name)=\($0.defaultText ?? $0.type.placeholder)" }
      .joined(separator: ", ")
  }
}

extension Parameter {
  /// How a named query takes it: `importer=COUNTRY`.
  var usageInQuery: String { "\(name)=\(type.placeholder)" }
}

extension OutputFormat {
  /// Whether people read it rather than programs.
  fileprivate var isRead: Bool { self == .table || self == .markdown }
}
