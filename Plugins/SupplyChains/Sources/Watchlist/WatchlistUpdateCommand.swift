internal import Kernel
internal import Store
internal import Vocabulary
internal import Watchlist

/// The command `supply watchlist-update`.
enum WatchlistUpdateCommand {
  static func make(_ settings: SupplySettings) -> Command {
    Command(
      "supply watchlist-update",
      summary: "Brings the computed watch list of an importer forward to a year of flows.",
      discussion: """
        The score of a year is the middle one of three margins: how far GeoDep's criteria c1 to c3
        were met together in the year and the two before it, as the smallest of the three numbers
        over its threshold. It is above 1 exactly where c4 holds. A product enters above
        'watchlist_enter' and leaves at or below 'watchlist_leave', not before
        'watchlist_minimum_years'; its tier follows a rising score at once and a falling one only past
        the same distance. The first update applies every year held, a later one those since.
        A year whose flows are not held changes nothing.
        """,
      parameters: [
        Parameter(
          "importer", .entity(domain: "importer"), .required,
          doc: "Whose list: a country, or a group such as EU27."),
        Parameter("year", .integer(1962...2100), .required, doc: "The last year of flows."),
        SharedParameters.edition,
      ],
      columns: columns, effect: .writes,
      examples: ["supply watchlist-update --importer KOR --year 2024"]
    ) { invocation in
      let arguments = invocation.arguments
      let (importer, year) = (arguments.text("importer"), arguments.integer("year"))
      let edition = arguments.text("edition")
      return try invocation.tower.write { connection in
        guard
          let update = try WatchlistUpdate(
            importer: importer, edition: edition, year: year, day: invocation.asOf, settings,
            connection)
        else {
          return CommandResult(
            columns: columns, rows: [],
            notes: ["the list of \(importer) stands at \(year) already; nothing was changed"])
        }
        try record(update, "\(importer)/\(edition)/\(year)", invocation.tower, connection)
        return CommandResult(
          columns: columns, rows: update.changes.map(values), notes: notes(update, importer),
          sources: update.sources, marking: update.marking)
      }
    }
  }

  private static func record(
    _ update: WatchlistUpdate, _ run: String, _ tower: Tower, _ connection: Connection
  ) throws {
    try Ledger.append(
      kind: "decision", subject: "watchlist:" + run,
      body: .object([
        "years": .list(update.years.map { .integer(Int64($0)) }),
        "added": .integer(Int64(update.changes.count { $0.change == .added })),
        "removed": .integer(Int64(update.changes.count { $0.change == .removed })),
        "items": .integer(Int64(update.members)), "marking": .text(update.marking.description),
      ]),
      actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
  }

  private static func notes(_ update: WatchlistUpdate, _ importer: String) -> [String] {
    let years = AskedYears.text(update.years)
    return [
      "the list of \(importer) holds \(update.members) products after \(years); \(update.kept) of "
        + "them would not enter by their score and stay by hysteresis"
    ]
  }

  private static func values(_ change: WatchlistUpdate.Change) -> [Value] {
    let (name, previous): (String, Int?) =
      switch change.change {
      case .added: ("added", nil)
      case .removed: ("removed", nil)
      case .moved(let tier): ("moved", tier)
      case .none: ("none", nil)
      }
    return [
      Value(change.year), .text(change.product.description), .text(name), Value(change.tier),
      Value(previous), .real(change.score), .text(change.reason),
    ]
  }

  private static let columns = [
    Column("year", .integer, doc: "The year of flows."),
    Column("product", .product, doc: "The product."),
    Column("change", .text, doc: "added, removed, or moved to another tier."),
    Column("tier", .integer, doc: "The tier it stands in after it; null when removed."),
    Column("previous_tier", .integer, doc: "The tier it moved from; null when it did not move."),
    Column("score", .real, doc: "The score of the year."),
    Column("reason", .text, doc: "The score and the threshold, and the margins of three years."),
  ]
}
