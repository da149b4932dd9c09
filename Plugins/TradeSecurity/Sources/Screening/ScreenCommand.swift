internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// The command `trade screen`.
enum ScreenCommand {
  /// Makes the command with the score from which parties are shown.
  static func make(threshold: Double) -> Command {
    Command(
      "trade screen", summary: "Looks for parties among those of the imported lists.",
      discussion: """
        Names are compared by the sounds of their words, in any order and script: typing errors,
        romanisations, initials, words glued or split, titles and legal forms are seen through. The score
        is 1 when all words met; a word that only one side has costs little, a different word in its place
        much. With birth dates, countries, genders or identifiers in the file, agreement adds to the
        score and contradiction takes away; a common identifier decides. The default threshold alerts on 1 % of people
        who are on no list and finds 97 % of disturbed names of the US list and 69 % of aliases that were
        taken out of it. Nothing found is never clearance. Exit code 1 when --fail-on is given and a party
        scores at least that.
        """,
      parameters: [
        .positional(
          "name", .text, .optional, isRepeated: true, doc: "The name, in any order of its words."),
        Parameter(
          "input", .existingFile,
          doc: "Screens every row of a CSV file with a header, or of an NDJSON file, in its order."),
        Parameter(
          "map", .text,
          doc:
            "Columns of the file: name=COLUMN,birth_date=...,country=...,identifier=...,gender=...,type=..."
        ),
        Parameter("type", .text, doc: "person, organisation, vessel or aircraft; any by default."),
        Parameter(
          "threshold", .number(0...1), .defaulted("\(threshold)"),
          doc: "The score from which parties are shown."),
        Parameter(
          "list", .text, isRepeated: true, doc: "Only these lists, such as ofac-sdn; all otherwise."
        ),
        Parameter("lists", .text, doc: "The same as --list for several, with commas between."),
        Parameter(
          "limit", .integer(1...10_000), .defaulted("20"),
          doc: "How many parties are shown at most for each name."),
        Parameter("explain", .flag, doc: "Write the parts of each score into JSON lines."),
        Parameter(
          "exhaustive", .flag, doc: "Compare every listed name, which finds the same more slowly."),
        Parameter(
          "fail-on", .number(0...1), doc: "End with exit code 1 when a party scores at least this."),
      ],
      columns: ScreenRow.columns,
      examples: ["trade screen Deutsche Bank AG", "trade screen HAMAS --list ofac-nonsdn"]
    ) { invocation in
      try invocation.tower.read { connection in
        let arguments = invocation.arguments
        let wanted =
          arguments.texts("list")
          + (arguments.optionalText("lists")?.split(separator: ",").map(String.init) ?? [])
        let lists = try ScreenedLists.load(wanted, connection)
        let run = ScreenRun(invocation, lists, match: threshold)
        guard let path = arguments.optionalText("input") else {
          return try run.one(arguments.texts("name").joined(separator: " "), connection)
        }
        guard arguments.texts("name").isEmpty else {
          throw TowerError(.usage, "give a name or --input, not both")
        }
        return try run.file(path, connection)
      }
    }
  }
}
