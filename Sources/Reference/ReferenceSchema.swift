internal import Kernel
internal import Store

/// The tables of the reference data.
enum ReferenceSchema {
  static let migrations = [
    flows, names, FlowSchema.migration, ConcordanceSchema.migration, ReportedFlowSchema.migration,
    CommoditySchema.migration, ReferenceLinks.indexes,
  ]

  private static let flows = Migration(
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

  private static let names = Migration(
    number: 2, name: "names of countries and products, materials and governance",
    sql: """
      CREATE TABLE country_name (
        country TEXT PRIMARY KEY, alpha2 TEXT NOT NULL, iso_numeric INTEGER NOT NULL,
        name_en TEXT NOT NULL, name_ko TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE product (
        edition TEXT NOT NULL, code TEXT NOT NULL, level INTEGER NOT NULL, parent TEXT,
        title TEXT NOT NULL, source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (edition, code)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE product_name (
        edition TEXT NOT NULL, code TEXT NOT NULL, name_en TEXT NOT NULL, name_ko TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (edition, code)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE governance (
        dimension TEXT NOT NULL,
        measure TEXT NOT NULL CHECK (measure IN ('estimate', 'standard_error')),
        year INTEGER NOT NULL, country TEXT NOT NULL, value REAL NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (dimension, measure, year, country)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE material (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, symbol TEXT, stage TEXT,
        recycling_rate REAL, recycling_year INTEGER,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE material_name (
        material TEXT PRIMARY KEY, name_en TEXT NOT NULL, name_ko TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE material_product (
        material TEXT NOT NULL REFERENCES material (id), product TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('main', 'complementary')),
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (material, product)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables =
    ownTables + [ConcordanceSchema.table] + ReportedFlowSchema.tables
    + CommoditySchema.tables

  private static let ownTables = [
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
      "country_name", doc: "The names and codes of a country in ISO 3166-1.",
      columns: [
        Column("country", .country, doc: "ISO 3166-1 alpha-3."),
        Column("alpha2", .text, doc: "ISO 3166-1 alpha-2."),
        Column("iso_numeric", .integer, doc: "ISO 3166-1 numeric."),
        Column("name_en", .text, doc: "The English name."),
        Column("name_ko", .text, doc: "The Korean name."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "product", doc: "A product of the Harmonized System in one edition.",
      columns: [
        Column("edition", .text, doc: "The edition."), Column("code", .text, doc: "The digits."),
        Column("level", .integer, doc: "How many digits: 2, 4 or 6."),
        Column(
          "parent", .text,
          doc: "The digits of what it is part of; null for a chapter, and where that is not held."),
        Column("title", .text, doc: "What it is, as the publisher says it."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "product_name", doc: "The short name of a product.",
      columns: [
        Column("edition", .text, doc: "The edition."), Column("code", .text, doc: "The digits."),
        Column("name_en", .text, doc: "The English name."),
        Column("name_ko", .text, doc: "The Korean name."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "governance", doc: "A governance indicator of a country in a year.",
      columns: [
        Column("dimension", .text, doc: "The dimension, such as political_stability."),
        Column("measure", .text, doc: "estimate, or its standard_error."),
        Column("year", .integer, doc: "The year."),
        Column("country", .country, doc: "The country."),
        Column("value", .real, doc: "The value; an estimate is about -2.5 (weak) to 2.5 (strong)."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "material", doc: "A raw material.",
      columns: [
        Column("id", .text, doc: "The identifier."),
        Column("name", .text, doc: "The name that the publisher gives it."),
        Column("symbol", .text, doc: "Its chemical symbol or formula."),
        Column("stage", .text, doc: "The stage of the chain that its product codes stand for."),
        Column(
          "recycling_rate", .real, doc: "The end-of-life recycling input rate, 0 to 1."),
        Column("recycling_year", .integer, doc: "The year of that rate."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "material_name", doc: "The names of a raw material.",
      columns: [
        Column("material", .text, doc: "The material."),
        Column("name_en", .text, doc: "The English name."),
        Column("name_ko", .text, doc: "The Korean name."),
        Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "material_product", doc: "A product in which a material is traded.",
      columns: [
        Column("material", .text, doc: "The material."),
        Column("product", .product, doc: "The product."),
        Column("role", .text, doc: "main, or complementary."),
        Column("source_id", .text, doc: "The source."),
      ]),
  ]
}
