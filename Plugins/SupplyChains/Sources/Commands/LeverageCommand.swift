internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply leverage`.
enum LeverageCommand {
  static let command = Command(
    "supply leverage",
    summary: "Tells what a partner buys from the home country, and whether it could buy elsewhere.",
    discussion: """
      Reverse dependence: the test of dependence with the roles swapped, the largest sales first. A
      high share with few other exporters is leverage; a high 'share_of_home_exports' says that home
      would lose its own market by using it.
      """,
    parameters: [
      Parameter("home", .entity(domain: "country"), .required, doc: "Who sells."),
      Parameter(
        "partner", .entity(domain: "importer"), .required,
        doc: "Who buys: a country, or a group such as EU27."),
      Parameter("year", .integer(1962...2100), .required, doc: "The year of the flows."),
      Parameter(
        "top", .integer(1...100_000), .defaulted("20"), doc: "How many products are shown."),
      Parameter(
        "edition", .choice(ProductCode.editions), .defaulted("hs92"),
        doc: "The edition of the product codes."),
    ],
    columns: LeverageAnswer.columns,
    examples: ["supply leverage --home KOR --partner CHN --year 2023 --top 5"]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let answer = try LeverageAnswer(
        home: arguments.text("home"), partner: arguments.text("partner"),
        edition: arguments.text("edition"), year: arguments.integer("year"), connection)
      let rows = answer.rows(top: arguments.integer("top"))
      return CommandResult(
        columns: LeverageAnswer.columns, rows: rows, notes: answer.notes(shown: rows.count),
        sources: answer.trade.sources,
        marking: try SourceRegister.marking(of: answer.trade.sources, connection))
    }
  }
}
