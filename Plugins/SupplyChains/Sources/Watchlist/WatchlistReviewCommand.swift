internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply watchlist-review`.
enum WatchlistReviewCommand {
  static let command = Command(
    "supply watchlist-review",
    summary: "Records that a product of the computed watch list was reviewed.",
    discussion: """
      The next review is due so many months later as its tier says. Items of an agency's own list are
      reviewed where they are kept: their file says when the next review is due.
      """,
    parameters: [
      Parameter(
        "importer", .entity(domain: "importer"), .required, doc: "Whose list it stands on."),
      Parameter("product", .product, .required, doc: "The product."),
      Parameter("note", .text, .required, doc: "What the review found."),
    ],
    columns: columns, effect: .writes,
    examples: [
      "supply watchlist-review --importer KOR --product hs92/283691 --note 'second source found'"
    ]
  ) { invocation in
    let arguments = invocation.arguments
    let (importer, product) = (arguments.text("importer"), arguments.product("product"))
    let (day, note) = (invocation.asOf, arguments.text("note"))
    let tower = invocation.tower
    return try tower.write { connection in
      let key: [Value] = [.text(importer), .text(product.description), Value(day)]
      guard
        try connection.first(
          """
          SELECT 1 FROM supply_watchlist_entry WHERE importer = ? AND product = ?
            AND valid_from <= ?3 AND (valid_to IS NULL OR valid_to > ?3)
          """, key) != nil
      else {
        throw TowerError(
          .failed, "\(product) is not on the computed watch list of \(importer) on \(day)",
          hints: ["supply watchlist --importer \(importer)"])
      }
      do {
        try connection.execute(
          "INSERT INTO supply_watchlist_review VALUES (?, ?, ?, ?, ?)",
          key + [.text(note), .text(tower.deployment.agency.identifier)])
      } catch let error as StoreError where error.code & 0xFF == 19 {
        throw TowerError(.failed, "\(product) was reviewed on \(day) already")
      }
      try Ledger.append(
        kind: "decision", subject: product.subject.description,
        body: .object([
          "reviewed_for": .text(importer), "on": .text(day.description), "note": .text(note),
        ]),
        actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
      return CommandResult(columns: columns, rows: [key])
    }
  }

  private static let columns = [
    Column("importer", .country, doc: "Whose list it stands on."),
    Column("product", .product, doc: "The product."),
    Column("reviewed_on", .day, doc: "The day of the review."),
  ]
}
