internal import Kernel
internal import Store

/// The tables of the reference data.
enum ReferenceSchema {
  static let migration = Migration(
    number: 1, name: "countries, groups and flows",
    sql: """
      CREATE TABLE country (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, baci_code INTEGER NOT NULL UNIQUE,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE country_group (
        id TEXT NOT NULL, country TEXT NOT NULL, valid_from TEXT, valid_to TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (id, country)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE flow (
        edition TEXT NOT NULL, year INTEGER NOT NULL, product TEXT NOT NULL,
        importer TEXT NOT NULL, exporter TEXT NOT NULL, value REAL NOT NULL, quantity REAL,
        PRIMARY KEY (edition, year, product, importer, exporter)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "country", doc: "A country or a statistical area.",
      columns: [
        Column("id", .country, doc: "ISO 3166-1 alpha-3; an area without one has BACI's own."),
        Column("name", .text, doc: "The English name."),
        Column("baci_code", .integer, doc: "The number that BACI gives it, not always ISO's."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "country_group", doc: "A country as a member of a group.",
      columns: [
        Column("id", .text, doc: "The group."), Column("country", .country, doc: "The member."),
        Column("valid_from", .day, doc: "Its first day as a member; null when always."),
        Column("valid_to", .day, doc: "The first day after; null when open."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "flow", doc: "What one country imported of one product from another in one year.",
      columns: [
        Column("edition", .text, doc: "The edition of the Harmonized System."),
        Column("year", .integer, doc: "The year."),
        Column("product", .text, doc: "The six digits of the product."),
        Column("importer", .country, doc: "Who imported."),
        Column("exporter", .country, doc: "Who exported."),
        Column("value", .real, unit: "kUSD", doc: "The value."),
        Column("quantity", .real, unit: "t", doc: "The quantity; null when unknown, never zero."),
      ]),
  ]
}
