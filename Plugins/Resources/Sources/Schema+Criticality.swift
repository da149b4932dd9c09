internal import Kernel
internal import Store

extension ResourcesSchema {
  /// What the European Commission's and the US Geological Survey's methods need beside trade,
  /// production and governance.
  static let criticalityInputs = Migration(
    number: 2, name: "inputs of criticality methods",
    sql: """
      CREATE TABLE resources_trade_term (
        importer TEXT NOT NULL, country TEXT NOT NULL, material TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN
          ('export-tax', 'export-quota', 'export-prohibition', 'trade-agreement', 'none')),
        rate REAL CHECK (rate >= 0), valid_from TEXT NOT NULL, valid_to TEXT, note TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (importer, country, material, kind, valid_from),
        CHECK ((kind = 'export-tax') = (rate IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_stage_share (
        material TEXT NOT NULL,
        stage TEXT NOT NULL CHECK (stage IN ('extraction', 'processing')),
        supplied TEXT NOT NULL, year INTEGER NOT NULL, country TEXT NOT NULL,
        share REAL NOT NULL CHECK (share BETWEEN 0 AND 1), note TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (material, stage, supplied, year, country)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_end_use (
        importer TEXT NOT NULL, material TEXT NOT NULL, year INTEGER NOT NULL,
        sector TEXT NOT NULL, share REAL NOT NULL CHECK (share BETWEEN 0 AND 1), note TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (importer, material, year, sector)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_value_added (
        importer TEXT NOT NULL, year INTEGER NOT NULL, sector TEXT NOT NULL,
        amount REAL NOT NULL CHECK (amount >= 0), currency TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (importer, year, sector)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_economic_substitution (
        material TEXT PRIMARY KEY,
        si_ei REAL NOT NULL CHECK (si_ei BETWEEN 0 AND 1), year INTEGER NOT NULL, note TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_supplier_standing (
        importer TEXT NOT NULL, year INTEGER NOT NULL, country TEXT NOT NULL,
        policy_perception REAL CHECK (policy_perception BETWEEN 0 AND 100),
        unwillingness REAL CHECK (unwillingness BETWEEN 0 AND 1),
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (importer, year, country)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_domestic_supply (
        importer TEXT NOT NULL, year INTEGER NOT NULL, material TEXT NOT NULL,
        secondary_production REAL CHECK (secondary_production >= 0), stock_release REAL,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (importer, year, material)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE resources_industry_expenditure (
        importer TEXT NOT NULL, year INTEGER NOT NULL, material TEXT NOT NULL,
        industry TEXT NOT NULL, value_added REAL CHECK (value_added >= 0),
        expenditure REAL CHECK (expenditure >= 0), operating_profit REAL,
        domestic_product REAL CHECK (domestic_product > 0), currency TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (importer, year, material, industry)
      ) STRICT, WITHOUT ROWID;
      """)

  private static let importer = Column("importer", .text, doc: "Whose: a country or a group.")
  private static let year = Column("year", .integer, doc: "The year.")
  private static let material = Column("material", .text, doc: "The material.")
  private static let note = Column("note", .text, doc: "Remarks.")
  private static let source = Column("source_id", .text, doc: "The source.")

  static let criticalityTables = [
    TableDescriptor(
      "resources_trade_term", doc: "What a country does to its exports, or has agreed on.",
      columns: [
        Column("importer", .text, doc: "Towards whom: a country, a group, or * for all."),
        Column("country", .country, doc: "The exporting country."),
        Column("material", .text, doc: "The material, or * for all."),
        Column(
          "kind", .text,
          doc: "export-tax, export-quota, export-prohibition, trade-agreement, or none."),
        Column("rate", .real, doc: "The rate of a tax, 0.25 for 25 %."),
        Column("valid_from", .day, doc: "Its first day."),
        Column("valid_to", .day, doc: "The first day after; null when open."), note, source,
      ]),
    TableDescriptor(
      "resources_stage_share", doc: "The share of a country in the supply of a stage.",
      columns: [
        material, Column("stage", .text, doc: "extraction or processing."),
        Column("supplied", .text, doc: "world, or the importer that is supplied."), year,
        Column("country", .country, doc: "The supplying country."),
        Column("share", .real, doc: "Its share, 0 to 1."), note, source,
      ]),
    TableDescriptor(
      "resources_end_use", doc: "The share of a material's use that goes into a sector.",
      columns: [
        Column("importer", .text, doc: "Whose use: a country, a group, or * for the world."),
        material, year, Column("sector", .text, doc: "The sector, NACE division such as C24."),
        Column("share", .real, doc: "The share of use, 0 to 1."), note, source,
      ]),
    TableDescriptor(
      "resources_value_added", doc: "The value added of a sector of an economy.",
      columns: [
        importer, year, Column("sector", .text, doc: "The sector, NACE division such as C24."),
        Column("amount", .real, doc: "The value added in `currency`."),
        Column("currency", .text, doc: "The currency and scale, such as MEUR."), source,
      ]),
    TableDescriptor(
      "resources_economic_substitution",
      doc: "The substitution index of a material for economic importance.",
      columns: [
        material, Column("si_ei", .real, doc: "SI_EI, 0 to 1; 1 is not substitutable."), year, note,
        source,
      ]),
    TableDescriptor(
      "resources_supplier_standing",
      doc: "How able and how willing a country is to supply an importer.",
      columns: [
        importer, year, Column("country", .country, doc: "The supplying country."),
        Column("policy_perception", .real, doc: "Policy perception index, 0 to 100 (best)."),
        Column("unwillingness", .real, doc: "Willingness-to-supply index, 0 (willing) to 1."),
        source,
      ]),
    TableDescriptor(
      "resources_domestic_supply", doc: "What an economy supplies to itself beside its mines.",
      columns: [
        importer, year, material,
        Column("secondary_production", .real, unit: "t", doc: "From old scrap."),
        Column("stock_release", .real, unit: "t", doc: "From stocks; below zero when they grow."),
        source,
      ]),
    TableDescriptor(
      "resources_industry_expenditure", doc: "What an industry spends on a material.",
      columns: [
        importer, year, material, Column("industry", .text, doc: "The industry."),
        Column("value_added", .real, doc: "Its value added in `currency`."),
        Column("expenditure", .real, doc: "What it spends on the material."),
        Column("operating_profit", .real, doc: "Its operating profit."),
        Column("domestic_product", .real, doc: "The gross domestic product."),
        Column("currency", .text, doc: "The currency and scale of all four."), source,
      ]),
  ]
}
