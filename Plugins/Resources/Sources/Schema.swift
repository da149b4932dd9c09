internal import Kernel
internal import Store

/// The tables of the module.
///
/// `resources_stock` is not among those that questions open: each of its rows has a marking of its
/// own, and only the function `stock_position` and the commands leave out what may not be held.
/// No table refers to `material` by a foreign key: its import replaces the materials as a whole.
enum ResourcesSchema {
  static let migration = Migration(
    number: 1, name: "production, stocks and substitution",
    sql: """
      CREATE TABLE resources_production (
        material TEXT NOT NULL, country TEXT NOT NULL,
        year INTEGER NOT NULL, amount REAL CHECK (amount >= 0), unit TEXT NOT NULL, data_flag TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (year, material, country)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_stock (
        agency TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('held', 'target')),
        material TEXT NOT NULL, as_of TEXT NOT NULL,
        amount REAL CHECK (amount >= 0), unit TEXT, days REAL CHECK (days >= 0),
        consumption REAL CHECK (consumption > 0), marking TEXT NOT NULL, note TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (agency, kind, material, as_of),
        CHECK ((amount IS NULL) <> (days IS NULL)), CHECK (amount IS NULL OR unit IS NOT NULL)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_substitution (
        material TEXT PRIMARY KEY,
        si_sr REAL NOT NULL CHECK (si_sr BETWEEN 0 AND 1), year INTEGER NOT NULL, note TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "resources_production", doc: "What a country produced of a material in a year.",
      columns: [
        Column("material", .text, doc: "The material."),
        Column("country", .country, doc: "The producer."),
        Column("year", .integer, doc: "The year."),
        Column("amount", .real, doc: "The amount in `unit`; null when it is not known."),
        Column("unit", .text, doc: "The unit: t, kg, ct or Mm3."),
        Column("data_flag", .text, doc: "r reported, e estimated, p preliminary; null unknown."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "resources_substitution", doc: "The substitution index of a material.",
      columns: [
        Column("material", .text, doc: "The material."),
        Column("si_sr", .real, doc: "The index for supply risk, 0 to 1; 1 is not substitutable."),
        Column("year", .integer, doc: "The year it is of."), Column("note", .text, doc: "Remarks."),
        Column("source_id", .text, doc: "The source."),
      ]),
  ]
}
