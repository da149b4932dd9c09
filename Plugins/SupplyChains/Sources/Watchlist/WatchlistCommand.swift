internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply watchlist`.
enum WatchlistCommand {
  static func make(_ settings: SupplySettings) -> Command {
    Command(
      "supply watchlist",
      summary: "Lists the products under watch, with tier, reason and the day of the next review.",
      discussion: """
        The computed list, as 'supply watchlist-update' keeps it from flows, and the agencies' own
        lists ('import watchlist-items'). The computed list of a day follows the last year of flows
        that had ended by then. A review is due so many months after the last one
        ('supply watchlist-review'), or after the update that set the tier; the months of each tier
        are settings. An item whose marking this deployment may not hold is kept back and counted.
        """,
      parameters: [
        Parameter(
          "importer", .entity(domain: "importer"), doc: "Whose list; every list by default."),
        Parameter("tier", .integer(1...3), doc: "One tier only."),
      ],
      columns: WatchlistItem.columns,
      examples: ["supply watchlist --importer KOR", "supply watchlist --tier 1"]
    ) { invocation in
      let arguments = invocation.arguments
      return try invocation.tower.read { connection in
        let visible = try VisibleWatchlist(
          importer: arguments.optionalText("importer"), invocation.tower.deployment,
          settings.watchlist, asOf: invocation.asOf, knownAt: invocation.knownAt, connection)
        let tier = arguments.optionalInteger("tier")
        let shown = visible.items.filter { tier == nil || $0.tier == tier }
        return CommandResult(
          columns: WatchlistItem.columns, rows: shown.map { $0.values(asOf: invocation.asOf) },
          notes: visible.notes
            + (shown.isEmpty
              ? ["no item is on record here; that does not mean no dependence"] : []),
          sources: Set(shown.flatMap(\.sources)).sorted(),
          marking: shown.reduce(.clear) { $0.combined(with: $1.marking) })
      }
    }
  }
}
