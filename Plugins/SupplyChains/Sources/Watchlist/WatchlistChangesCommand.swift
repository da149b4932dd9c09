internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply watchlist-changes`.
enum WatchlistChangesCommand {
  static let command = Command(
    "supply watchlist-changes",
    summary: "Tells what entered and left the watch lists and moved between tiers, and why.",
    discussion: """
      Changes of the computed list are dated by the last day of the year of flows that made them,
      those of an agency's own list by the days in it. A change whose marking this deployment may not
      hold is kept back and counted.
      """,
    parameters: [
      Parameter(
        "importer", .entity(domain: "importer"), doc: "Whose list; every list by default."),
      Parameter(
        "year", .years(1962...2100), doc: "The years of the changes; all of them by default."),
    ],
    columns: WatchlistChangesAnswer.columns,
    examples: ["supply watchlist-changes --importer KOR --year 2022..2024"]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let answer = try WatchlistChangesAnswer(
        importer: arguments.optionalText("importer"), years: arguments.optionalYears("year"),
        invocation.tower.deployment, knownAt: invocation.knownAt, connection)
      return CommandResult(
        columns: WatchlistChangesAnswer.columns, rows: answer.rows, notes: answer.notes,
        sources: answer.sources, marking: answer.marking)
    }
  }
}
