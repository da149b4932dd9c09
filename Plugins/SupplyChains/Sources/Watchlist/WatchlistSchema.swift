internal import Kernel
internal import Store

/// The tables of the watch list.
///
/// `supply_watchlist_restricted` is not among those that questions open: each of its rows has a
/// marking of its own, and only the commands and the function `watchlist` leave out what may not be
/// held.
enum WatchlistSchema {
  static let migration = Migration(
    number: 1, name: "watch list",
    sql: """
      CREATE TABLE supply_watchlist_run (
        id TEXT PRIMARY KEY, importer TEXT NOT NULL, edition TEXT NOT NULL,
        first_year INTEGER NOT NULL, last_year INTEGER NOT NULL, ran_on TEXT NOT NULL,
        rule TEXT NOT NULL, sources TEXT NOT NULL, marking TEXT NOT NULL,
        UNIQUE (importer, edition, last_year)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE supply_watchlist_entry (
        importer TEXT NOT NULL, product TEXT NOT NULL, year INTEGER NOT NULL,
        since INTEGER NOT NULL, tier INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 3),
        score REAL NOT NULL, reason TEXT NOT NULL,
        valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to > valid_from),
        run_id TEXT NOT NULL REFERENCES supply_watchlist_run (id),
        removal_reason TEXT, end_run_id TEXT REFERENCES supply_watchlist_run (id),
        PRIMARY KEY (importer, product, year),
        CHECK ((valid_to IS NULL) = (end_run_id IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE supply_watchlist_review (
        importer TEXT NOT NULL, product TEXT NOT NULL, reviewed_on TEXT NOT NULL,
        note TEXT NOT NULL, agency TEXT NOT NULL, PRIMARY KEY (importer, product, reviewed_on)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE supply_watchlist_restricted (
        agency TEXT NOT NULL, importer TEXT NOT NULL, product TEXT NOT NULL,
        tier INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 3), reason TEXT NOT NULL,
        listed_on TEXT NOT NULL, review_due TEXT,
        removed_on TEXT CHECK (removed_on > listed_on), removal_reason TEXT,
        marking TEXT NOT NULL, source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (agency, importer, product, listed_on),
        CHECK ((removed_on IS NULL) = (removal_reason IS NULL))
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "supply_watchlist_run", doc: "An update of a computed watch list.",
      columns: [
        Column("id", .text, doc: "The identifier: importer, edition and last year."),
        Column("importer", .country, doc: "Whose list it is, a country or a group."),
        Column("edition", .text, doc: "The edition of the product codes."),
        Column("first_year", .integer, doc: "The first year of flows that was applied."),
        Column("last_year", .integer, doc: "The last year of flows that was applied."),
        Column("ran_on", .day, doc: "The day of the update."),
        Column("rule", .json, doc: "The thresholds that held."),
        Column("sources", .json, doc: "The sources of the flows."),
        Column("marking", .marking, doc: "The strictest marking of the sources."),
      ]),
    TableDescriptor(
      "supply_watchlist_entry",
      doc: "A time during which a product stood in one tier of a computed watch list.",
      columns: [
        Column("importer", .country, doc: "Whose list it is, a country or a group."),
        Column("product", .product, doc: "The product."),
        Column("year", .integer, doc: "The year of flows with which the time began."),
        Column("since", .integer, doc: "The year of flows with which it entered the list."),
        Column("tier", .integer, doc: "The tier, 1 the most severe to 3."),
        Column("score", .real, doc: "The score of `year`."),
        Column("reason", .text, doc: "Why it was added, or moved to the tier."),
        Column("valid_from", .day, doc: "The last day of `year`, for which its totals are."),
        Column("valid_to", .day, doc: "The first day after; null when open."),
        Column("run_id", .text, doc: "The update that began it."),
        Column(
          "removal_reason", .text, doc: "Why it left the list; null when it did not with this."),
        Column("end_run_id", .text, doc: "The update that ended it; null when open."),
      ]),
    TableDescriptor(
      "supply_watchlist_review", doc: "A review of a product of a computed watch list.",
      columns: [
        Column("importer", .country, doc: "Whose list it is."),
        Column("product", .product, doc: "The product."),
        Column("reviewed_on", .day, doc: "The day of the review."),
        Column("note", .text, doc: "What it found."),
        Column("agency", .text, doc: "Who reviewed."),
      ]),
  ]
}
