internal import Kernel
internal import Store

/// The links that the watch lists hold.
enum WatchlistLinks {
  /// Finds each link from either end.
  static let indexes = Migration(
    number: 3, name: "links from either end",
    sql: """
      CREATE INDEX supply_watchlist_entry_product ON supply_watchlist_entry (product, importer);
      CREATE INDEX supply_watchlist_restricted_product
        ON supply_watchlist_restricted (product, agency);
      """)

  static let all = [
    computed("country", when: "t.importer NOT IN (SELECT id FROM country_group)"),
    computed("group", when: "t.importer IN (SELECT id FROM country_group)"),
    // The table is not open to questions: each of its rows says how far it may travel.
    LinkDescriptor(
      "watches", table: "supply_watchlist_restricted", source: LinkEnd("agency", "agency"),
      target: LinkEnd("product", "product"), validFrom: "t.listed_on", validTo: "t.removed_on",
      weight: "t.tier", unit: "'tier'", marking: "t.marking",
      doc: "An agency has a product on its own watch list."),
  ]

  // Its source is that of the flows of the last year that the update applied.
  private static func computed(_ kind: String, when condition: String) -> LinkDescriptor {
    LinkDescriptor(
      "watches", table: "supply_watchlist_entry", source: LinkEnd(kind, "importer"),
      target: LinkEnd("product", "product"), when: condition, validFrom: "t.valid_from",
      validTo: "t.valid_to", weight: "t.tier", unit: "'tier'",
      sourceID: """
        (SELECT json_extract(r.sources, '$[#-1]') FROM supply_watchlist_run r WHERE r.id = t.run_id)
        """, doc: "A computed watch list has a product, in a tier from 1, the most severe.")
  }
}
