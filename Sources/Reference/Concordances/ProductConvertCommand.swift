internal import Concordance
internal import Kernel
internal import Store
internal import Vocabulary

/// The command `product convert`.
enum ProductConvertCommand {
  static let command = Command(
    "product convert",
    summary: "Converts product codes, or a list of them with values, into another edition.",
    discussion: """
      By the concordances held, read forwards or backwards, or over editions in between where no
      table joins the two. A code that became several is divided by weights that sum to 1: shares in
      the world's trade where flows of the new edition are held, else equal. The kind is that of the
      family of codes that belong together: 1:1, 1:n, n:1 or n:m. A code without counterpart has a row
      that says so and keeps its value, so that the values of the rows sum to those of the list.
      """,
    parameters: [
      .positional("code", .product, .optional, doc: "The product, or a heading for all of it."),
      Parameter(
        "to", .choice(ProductCode.editions), .required, doc: "The edition that is wanted."),
      Parameter("input", .existingFile, doc: "A CSV file with the header code or code,value."),
      Parameter(
        "from", .choice(ProductCode.editions),
        doc: "The edition of codes of the file that do not say it."),
      Parameter(
        "weights", .choice(ChosenWeights.choices),
        doc: "How a code is divided; by trade where flows are held, else equally, when left out."),
      Parameter(
        "year", .integer(1962...2100),
        doc: "The year of trade to weigh by, or the nearest held; the latest when left out."),
    ],
    columns: CodeAnswer.columns,
    examples: [
      "product convert hs92/280530 --to hs22",
      "product convert hs92/8525 --to hs22 --weights equal",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    let to = arguments.text("to")
    if arguments.optionalText("weights") == "equal", arguments.optionalInteger("year") != nil {
      throw TowerError(.usage, "--year is the year of trade to weigh by; --weights equal has none")
    }
    return try invocation.tower.read { connection in
      let asked = try entries(arguments, to: to, connection)
      let answers = try asked.map { edition, entries in
        try CodeAnswer(
          entries, from: edition, to: to, weights: arguments.optionalText("weights"),
          year: arguments.optionalInteger("year"), connection)
      }
      return try result(
        answers, to: to, isList: arguments.optionalText("input") != nil, connection)
    }
  }

  /// What is to be converted, by edition.
  private static func entries(_ arguments: Arguments, to: String, _ connection: Connection) throws
    -> [(edition: String, entries: [CodeConversion.Entry])]
  {
    switch (arguments.optionalProduct("code"), arguments.optionalText("input")) {
    case (let product?, nil):
      if arguments.optionalText("from") != nil {
        throw TowerError(.usage, "--from is for a file; \(product) says its edition itself")
      }
      return [(product.edition, try CodeAnswer.entries(product, to: to, connection))]
    case (nil, let path?):
      return try CodeList(path: path, edition: arguments.optionalText("from")).entries
    case (_?, _?): throw TowerError(.usage, "the codes are given twice: as a word and as a file")
    case (nil, nil):
      throw TowerError(
        .usage, "a code or --input is missing", hints: ["usage: tower \(command.usage)"])
    }
  }

  private static func result(
    _ answers: [CodeAnswer], to: String, isList: Bool, _ connection: Connection
  ) throws -> CommandResult {
    let sources = Set(answers.flatMap(\.sources)).sorted()
    var tables = [
      ResultTable(
        columns: CodeAnswer.columns, rows: try answers.flatMap { try $0.rows(connection) })
    ]
    var notes = answers.flatMap(\.notes)
    if isList {
      let (rows, missing) = try Residual.rows(answers, to: to, connection)
      tables.append(
        ResultTable(title: "\nThe residual", columns: Residual.columns, rows: rows))
      notes += missing
    }
    return CommandResult(
      tables: tables, notes: notes, sources: sources,
      marking: try SourceRegister.marking(of: sources, connection))
  }

  /// What of either edition stays alone.
  private enum Residual {
    static let columns = [
      Column("product", .product, doc: "The code that stays alone."),
      Column("value", .real, doc: "Its value in the list."),
      Column("reason", .text, doc: "Why it does."),
    ]

    static func rows(_ answers: [CodeAnswer], to: String, _ connection: Connection) throws -> (
      rows: [[Value]], notes: [String]
    ) {
      var rows = answers.flatMap { answer in
        answer.conversion.residual.map { entry in
          [
            .text("\(answer.concordance.from)/\(entry.source)"), Value(entry.value),
            .text(answer.reason(entry.source)),
          ]
        }
      }
      var notes: [String] = []
      for answer in answers {
        let (unreached, note) = try answer.concordance.unreached(connection)
        rows += unreached.map { code in
          [
            .text("\(to)/\(code)"), .null,
            .text("nothing of \(answer.concordance.from) maps to it"),
          ]
        }
        notes += note
      }
      return (rows, notes)
    }
  }
}

extension HeldConcordance {
  /// The codes of the new edition that nothing maps to, ascending, with a note that says how many
  /// there are, or that it cannot be told.
  func unreached(_ connection: Connection) throws -> (codes: [String], notes: [String]) {
    guard let edition = try Products.subheadings(of: to, connection) else {
      return (
        [],
        [
          "cannot tell which codes of \(to) nothing maps to: its products are not held "
            + "(tower import hs FILE --edition \(to))"
        ]
      )
    }
    let codes = relation.targetsNotReached(of: edition)
    return codes.isEmpty
      ? ([], [])
      : (
        codes,
        ["nothing of \(from) maps to \(codes.count) of \(edition.count) products of \(to)"]
      )
  }
}
