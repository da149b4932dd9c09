internal import Kernel
internal import Store

/// The tables of monthly commodity prices.
enum CommoditySchema {
  static let migration = Migration(
    number: 6, name: "monthly commodity prices",
    sql: """
      CREATE TABLE commodity_series (
        id TEXT PRIMARY KEY, name TEXT, unit TEXT, commodity_group TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE commodity_price (
        series TEXT NOT NULL REFERENCES commodity_series (id), month TEXT NOT NULL, price REAL,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (series, month)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "commodity_series", doc: "A monthly series of commodity prices.",
      columns: [
        Column("id", .text, doc: "The code that the publisher gives it."),
        Column("name", .text, doc: "The name; null when it is not known."),
        Column("unit", .text, doc: "The unit of its prices, such as $/mt."),
        Column(
          "commodity_group", .text,
          doc: "energy, agriculture, fertilizers or metals; null when it is not known."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "commodity_price", doc: "The price of a commodity in a month.",
      columns: [
        Column("series", .text, doc: "The series; its unit is in commodity_series."),
        Column("month", .text, doc: "The month, as YYYY-MM."),
        Column("price", .real, doc: "The price; null when unknown, never zero."),
        Column("source_id", .text, doc: "The source."),
      ]),
  ]
}
