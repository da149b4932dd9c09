internal import Kernel
internal import Store
internal import Vocabulary
internal import Watchlist

/// The command `supply watchlist-turnover`.
enum WatchlistTurnoverCommand {
  static func make(_ settings: SupplySettings) -> Command {
    Command(
      "supply watchlist-turnover",
      summary: "Tells how much of the watch list leaves each year, with and without hysteresis.",
      discussion: """
        Runs the rule of 'supply watchlist-update' through the years beside the plain list of
        GeoDep's c4, without writing anything. 'share' is what left of those that stood on the list
        in the year before; the published finding is one in five (CEPII Policy Brief 41, 2023).
        """,
      parameters: [
        SharedParameters.importer,
        Parameter(
          "year", .years(1962...2100), .required,
          doc: "The years, from the first that the rule is applied to."),
        SharedParameters.edition,
      ],
      columns: columns, examples: ["supply watchlist-turnover --importer all --year 2022..2024"]
    ) { invocation in
      let arguments = invocation.arguments
      let (years, edition) = (arguments.years("year"), arguments.text("edition"))
      return try invocation.tower.read { connection in
        let asked = try AskedYears(years, edition: edition, connection)
        let scores = try WatchlistScores(
          importer: arguments.text("importer"), edition: edition, years: years,
          settings.dependence, connection)
        return CommandResult(
          columns: columns, rows: rows(scores, settings.watchlist.rule),
          notes: asked.notes + notes(scores, asked), sources: scores.sources,
          marking: try SourceRegister.marking(of: scores.sources, connection))
      }
    }
  }

  private static func rows(_ scores: WatchlistScores, _ rule: WatchlistRule) -> [[Value]] {
    var plain = RunningList(rule.withoutHysteresis())
    var kept = RunningList(rule)
    return scores.years.map { year in
      let (without, with) = (plain.advance(to: year, scores), kept.advance(to: year, scores))
      return [
        Value(year), Value(without.before), Value(without.left), Value(without.entered),
        Value(without.leavingShare), Value(with.before), Value(with.left), Value(with.entered),
        Value(with.leavingShare),
      ]
    }
  }

  private static func notes(_ scores: WatchlistScores, _ asked: AskedYears) -> [String] {
    let unscored = asked.answered.filter { !scores.years.contains($0) }
    return unscored.isEmpty
      ? []
      : [
        "\(AskedYears.text(unscored)) cannot be told: a score needs the flows of the two years "
          + "before as well"
      ]
  }

  /// A list as it goes through the years.
  private struct RunningList {
    private let rule: WatchlistRule
    private var list: [WatchlistScores.Key: WatchlistMember] = [:]

    init(_ rule: WatchlistRule) { self.rule = rule }

    mutating func advance(to year: Int, _ scores: WatchlistScores) -> ListTurnover {
      let before = Set(list.keys)
      for key in scores.keys(year).union(before) {
        list[key] = rule.step(list[key], year: year, score: scores.score(key, year)).member
      }
      return ListTurnover(from: before, to: Set(list.keys))
    }
  }

  private static let columns = [
    Column("year", .integer, doc: "The year of flows."),
    Column(
      "plain_before", .integer, doc: "How many stood on the plain list of c4 in the year before."),
    Column("plain_left", .integer, doc: "How many of them left."),
    Column("plain_entered", .integer, doc: "How many entered."),
    Column("plain_share", .real, doc: "Left over before, 0 to 1; null in the first year."),
    Column("before", .integer, doc: "How many stood on the list with hysteresis the year before."),
    Column("left", .integer, doc: "How many of them left."),
    Column("entered", .integer, doc: "How many entered."),
    Column("share", .real, doc: "Left over before, 0 to 1; null in the first year."),
  ]
}
