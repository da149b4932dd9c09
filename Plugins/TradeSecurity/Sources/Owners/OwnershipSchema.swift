internal import Kernel
internal import Store

/// The table of ownership links.
enum OwnershipSchema {
  static let migration = Migration(
    number: 3, name: "ownership links",
    sql: """
      CREATE TABLE trade_ownership_link (
        owner TEXT NOT NULL, owned TEXT NOT NULL,
        holding TEXT NOT NULL CHECK (holding IN ('shares', 'votes', 'board', 'control')),
        share TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, stated_by TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (owner, owned, holding, stated_by, valid_from)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX trade_ownership_link_owned ON trade_ownership_link (owned);
      """)

  static let tables = [
    TableDescriptor(
      "trade_ownership_link", doc: "What one party holds of another, as somebody states it.",
      columns: [
        Column("owner", .text, doc: "Who holds: LIST/ENTRY for a listed party, else any name."),
        Column("owned", .text, doc: "What is held."),
        Column("holding", .text, doc: "shares, votes, board or control."),
        Column(
          "share", .text, unit: "%",
          doc: "How much, as a decimal, a band such as 25-50, or unknown."),
        Column("valid_from", .text, doc: "Its first day; empty when it always held."),
        Column("valid_to", .day, doc: "The first day on which it no longer holds; null when open."),
        Column("stated_by", .text, doc: "Who or what states it."),
        Column("source_id", .text, doc: "The source."),
      ])
  ]
}
