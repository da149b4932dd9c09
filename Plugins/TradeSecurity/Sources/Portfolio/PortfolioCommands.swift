internal import Kernel
internal import Store
internal import Vocabulary

/// The commands `trade portfolio screen`, `trade portfolio rescreen` and `trade portfolios`.
enum PortfolioCommands {
  private static let name = Parameter(
    "portfolio", .text, .required, doc: "The name of the portfolio.")

  /// Makes `trade portfolio screen` with the score from which parties are candidates.
  static func screen(threshold: Double) -> Command {
    Command(
      "trade portfolio screen", summary: "Screens every party of a portfolio and keeps the hits.",
      discussion: """
        The hits are kept with the versions of the lists and the threshold, in place of those of the
        last screening; what differs from it is kept as alerts. Nothing found is never clearance.
        """,
      parameters: [
        name,
        Parameter(
          "threshold", .number(0...1), .defaulted("\(threshold)"), doc: "The least score of a hit."),
        Parameter("list", .text, isRepeated: true, doc: "Only these lists; all otherwise."),
      ],
      columns: PortfolioAnswer.hitColumns, effect: .writes,
      examples: ["trade portfolio screen --portfolio suppliers"]
    ) { invocation in
      let outcome = try invocation.tower.read { connection in
        try PortfolioOutcome(
          state(invocation, connection), kind: .whole,
          threshold: invocation.arguments.optionalNumber("threshold") ?? threshold,
          lists: invocation.arguments.texts("list").sorted(), invocation, connection)
      }
      try outcome.write(invocation.tower)
      return try invocation.tower.read { try PortfolioAnswer(outcome, invocation, $0).hits() }
    }
  }

  /// Makes `trade portfolio rescreen` with the threshold of a first screening.
  static func rescreen(threshold: Double) -> Command {
    Command(
      "trade portfolio rescreen",
      summary: "Screens what changed in a portfolio and on the lists since its last screening.",
      discussion: """
        Parties that changed are screened against all entries, the others against the entries that
        changed, with the threshold and the lists of the last screening; the hits are those of a whole
        screening. An alert is a hit that is new, gone or changed, with the scores and what changed on
        which side. The whole is screened where there was no screening yet, or where another build of
        the program made it. Exit code 1 when --fail-on is given and a new or changed hit scores at
        least that.
        """,
      parameters: [
        name,
        Parameter(
          "fail-on", .number(0...1), doc: "End with exit code 1 when a hit scores at least this."),
      ],
      columns: PortfolioAnswer.alertColumns, effect: .writes,
      examples: ["trade portfolio rescreen --portfolio suppliers --fail-on 0.8"]
    ) { invocation in
      let outcome = try invocation.tower.read { connection in
        let state = try state(invocation, connection)
        let isSame = try state.last?.program == PortfolioOutcome.program()
        return try PortfolioOutcome(
          state, kind: isSame ? .changes : .whole, threshold: state.last?.threshold ?? threshold,
          lists: state.last?.lists ?? [], invocation, connection)
      }
      try outcome.write(invocation.tower)
      return try invocation.tower.read { try PortfolioAnswer(outcome, invocation, $0).alerts() }
    }
  }

  private static func state(_ invocation: Invocation, _ connection: Connection) throws
    -> PortfolioState
  {
    try PortfolioState(
      Portfolio.named(
        invocation.arguments.text("portfolio"), invocation.tower.deployment, connection),
      connection)
  }

  private static let portfolioColumns = [
    Column("portfolio", .text, doc: "The portfolio."),
    Column("purpose", .text, doc: "What its parties are screened for."),
    Column("parties", .integer, doc: "How many parties it has."),
    Column("unscreened", .integer, doc: "How many were not screened as they are now."),
    Column("screened_at", .text, doc: "When it was screened last; null when never."),
    Column("threshold", .real, doc: "The least score of a hit."),
    Column("hits", .integer, doc: "How many hits there were."),
    Column("stale_lists", .text, doc: "The lists of which another version is in force now."),
    Column("marking", .marking, doc: "How far it may travel."),
    Column("source_id", .text, doc: "The source."),
  ]

  static let portfolios = Command(
    "trade portfolios", summary: "Shows the portfolios and their last screening.",
    columns: portfolioColumns, examples: ["trade portfolios"]
  ) { invocation in
    try invocation.tower.read { connection in
      let all = try Portfolio.all(connection)
      let visible = all.filter { invocation.tower.deployment.mayHold($0.marking) }
      let rows = try visible.map { try row($0, connection) }
      var notes = all.isEmpty ? ["no portfolio is imported"] : []
      if visible.count < all.count {
        notes.append(
          "\(all.count - visible.count) kept back: this deployment may not hold the marking")
      }
      return CommandResult(
        columns: portfolioColumns, rows: rows, notes: notes, sources: visible.map(\.source),
        marking: visible.reduce(.clear) { $0.combined(with: $1.marking) })
    }
  }

  private static func row(_ portfolio: Portfolio, _ connection: Connection) throws -> [Value] {
    let counts = try connection.first(
      """
      SELECT count(compared), count(*) FILTER (WHERE compared IS NOT screened)
      FROM trade_portfolio_party WHERE portfolio = ?
      """, [.text(portfolio.name)])
    let last = try PortfolioRun.last(of: portfolio.name, connection)
    let hits = try connection.first(
      "SELECT count(*) FROM trade_portfolio_hit WHERE portfolio = ?", [.text(portfolio.name)])
    let stale = try last.map { try $0.staleLists(connection) } ?? []
    return [
      .text(portfolio.name), .text(portfolio.purpose), counts?[0] ?? 0, counts?[1] ?? 0,
      Value(last?.screenedAt), Value(last?.threshold), last == nil ? .null : hits?[0] ?? 0,
      stale.isEmpty ? .null : .text(stale.joined(separator: ", ")),
      .text(portfolio.marking.description), .text(portfolio.source),
    ]
  }
}

extension PortfolioRun {
  /// The lists of which another version is in force than the one that was screened against; a list
  /// that came since is among them where all lists were asked for.
  func staleLists(_ connection: Connection) throws -> [String] {
    let rows = try connection.rows(
      """
      SELECT v.list FROM trade_list_version v LEFT JOIN json_each(?1) k ON k.value ->> 'list' = v.list
      WHERE v.base IS NULL AND k.value ->> 'source' IS NOT v.source_id
        AND (?2 OR k.value IS NOT NULL) ORDER BY v.list
      """, [.text(versions), Value(lists.isEmpty)])
    return rows.compactMap { $0[0].text }
  }
}
