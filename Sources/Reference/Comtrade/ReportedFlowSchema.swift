internal import Kernel
internal import Store

/// The tables of what countries report of their own trade.
enum ReportedFlowSchema {
  static let migration = Migration(
    number: 5, name: "reported flows",
    sql: """
      CREATE TABLE reported_flow (
        edition TEXT NOT NULL, period TEXT NOT NULL, product TEXT NOT NULL,
        reporter TEXT NOT NULL,
        flow TEXT NOT NULL CHECK (flow IN ('import', 'export', 're-export', 're-import')),
        partner TEXT NOT NULL, value REAL NOT NULL, net_weight REAL,
        weight_is_estimated INTEGER NOT NULL CHECK (weight_is_estimated IN (0, 1)),
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (edition, period, product, reporter, flow, partner)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE reported_total (
        edition TEXT NOT NULL, period TEXT NOT NULL, product TEXT NOT NULL,
        reporter TEXT NOT NULL,
        flow TEXT NOT NULL CHECK (flow IN ('import', 'export', 're-export', 're-import')),
        value REAL NOT NULL, net_weight REAL,
        weight_is_estimated INTEGER NOT NULL CHECK (weight_is_estimated IN (0, 1)),
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (edition, period, product, reporter, flow)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "reported_flow",
      doc: "What a country reports of its trade in a product with a partner in a year or month.",
      columns: key + [Column("partner", .country, doc: "Where it came from or went to.")] + amounts),
    TableDescriptor(
      "reported_total",
      doc: "What a country declares as its trade in a product with the whole world: a check of the "
        + "partners, never a partner.",
      columns: key + amounts),
  ]

  private static let key = [
    Column("edition", .text, doc: "The edition of the product."),
    Column("period", .text, doc: "The year, or the month as 2023-05."),
    Column("product", .text, doc: "The six digits of the product."),
    Column("reporter", .country, doc: "Who reports."),
    Column(
      "flow", .text, doc: "import, export, re-export or re-import; exports contain re-exports."),
  ]

  private static let amounts = [
    Column(
      "value", .real, unit: "kUSD",
      doc: "The value; of imports with freight and insurance, of exports without."),
    Column("net_weight", .real, unit: "t", doc: "The net weight; null when not known, never zero."),
    Column(
      "weight_is_estimated", .flag,
      doc: "Whether the United Nations estimated the net weight or a part of it."),
    Column("source_id", .text, doc: "The source."),
  ]
}
