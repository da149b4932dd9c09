internal import Kernel
internal import Store

/// The table of concordances between editions of the Harmonized System.
enum ConcordanceSchema {
  static let migration = Migration(
    number: 4, name: "concordances",
    sql: """
      CREATE TABLE product_concordance (
        from_edition TEXT NOT NULL, to_edition TEXT NOT NULL,
        from_code TEXT NOT NULL, to_code TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (from_edition, to_edition, from_code, to_code)
      ) STRICT, WITHOUT ROWID;
      """)

  static let table = TableDescriptor(
    "product_concordance",
    doc: "A code of one edition and its counterpart in another, in the direction of the table.",
    columns: [
      Column("from_edition", .text, doc: "The edition of from_code."),
      Column("to_edition", .text, doc: "The edition of to_code."),
      Column("from_code", .text, doc: "Six digits in the one edition."),
      Column("to_code", .text, doc: "Six digits in the other edition."),
      Column("source_id", .text, doc: "The source."),
    ])
}
