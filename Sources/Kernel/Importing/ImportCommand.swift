internal import Store
internal import Vocabulary

extension Importer {
  /// The command `import DATASET FILE...` that every importer brings.
  var command: Command {
    Command(
      "import \(dataset)", summary: doc,
      discussion: """
        Each file is one transaction: it is taken whole or not at all. Its source card is read from
        FILE.card.yaml when that is there. The same bytes again change nothing.
        \(allowsOddRows ? Importer.ofOddRows : Importer.ofFaults)
        """,
      parameters: [
        .positional("file", .existingFile, isRepeated: true, doc: "The files, .gz accepted."),
        Parameter("card", .existingFile, doc: "The source card, in place of FILE.card.yaml."),
        Parameter(
          "allow-shrink", .flag, doc: "Take a file that brings far fewer rows than the one before."),
        Parameter(
          "allow-rejects", .integer(0...1_000_000_000),
          doc: "Take a file without the rows that are not as expected, at most so many."),
      ] + parameters,
      columns: ImportReport.columns, effect: .writes,
      examples: ["import \(dataset) FILE"]
    ) { invocation in
      let arguments = invocation.arguments
      var notes: [String] = []
      let rows = try arguments.texts("file").map { path in
        let own = arguments.all.filter { !ImportRun.ownParameters.contains($0.key) }
        let run = ImportRun(
          importer: self, path: path, cardPath: arguments.optionalText("card"),
          arguments: Arguments(own), allowsShrinking: arguments.flag("allow-shrink"),
          allowedRejects: arguments.optionalInteger("allow-rejects"), invocation: invocation)
        let outcome = try run()
        if case .imported(_, _, _, let said) = outcome { notes += said.map { "\(path): \($0)" } }
        return ImportReport.row(path, outcome)
      }
      return CommandResult(columns: ImportReport.columns, rows: rows, notes: notes)
    }
  }

  private static let ofOddRows = """
    Rows that do not read as they should are left out and kept with their reason ('sources rejects'),
    as long as they are few (the setting imports.max_rejected).
    """
  private static let ofFaults =
    "A row that does not read as it should means that the file is damaged, and it is refused."
}

/// What an import says about each file.
private enum ImportReport {
  static let columns = [
    Column("file", .text, doc: "The file."),
    Column("outcome", .text, doc: "'imported', or 'unchanged' when the store had the same bytes."),
    Column("source", .text, doc: "The identifier of the source."),
    Column("rows", .integer, doc: "How many rows were taken."),
    Column("rejected", .integer, doc: "How many rows were refused."),
  ]

  static func row(_ path: String, _ outcome: ImportRun.Outcome) -> [Value] {
    switch outcome {
    case .unchanged(let source):
      [.text(path), .text("unchanged"), .text(source), .null, .null]
    case .imported(let source, let rows, let rejected, _):
      [.text(path), .text("imported"), .text(source), Value(rows), Value(rejected)]
    }
  }
}
