internal import Kernel
internal import Store

/// The watch lists as table-valued functions; each gives the rows of the command of its kind.
enum WatchlistFunctions {
  static func all(_ settings: WatchlistSettings) -> [FunctionDescriptor] {
    [watchlist(settings), watchlistChange]
  }

  private static func watchlist(_ settings: WatchlistSettings) -> FunctionDescriptor {
    FunctionDescriptor(
      "watchlist", doc: "A product under watch, whose marking this deployment may hold.",
      arguments: [ofList], columns: WatchlistItem.columns, estimatedRows: 200
    ) { call in
      let visible = try VisibleWatchlist(
        importer: call.optionalImporter("of_importer"), call.tower.deployment, settings,
        asOf: call.asOf, knownAt: call.knownAt, call.reader)
      return RowProducer(visible.items.map { $0.values(asOf: call.asOf) })
    }
  }

  private static let watchlistChange = FunctionDescriptor(
    "watchlist_change",
    doc: "A product that entered, left or moved on a watch list, where it may be held.",
    arguments: [ofList], columns: WatchlistChangesAnswer.columns, estimatedRows: 200
  ) { call in
    RowProducer(
      try WatchlistChangesAnswer(
        importer: call.optionalImporter("of_importer"), years: nil, call.tower.deployment,
        knownAt: call.knownAt, call.reader
      ).rows)
  }

  private static let ofList = FunctionDescriptor.Argument.optional(
    "of_importer", .country, doc: "Whose list; every list when left out.")
}
