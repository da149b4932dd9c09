internal import Kernel
internal import Store

/// The tables of the register of measures.
enum MeasureSchema {
  static let migration = Migration(
    number: 1, name: "measures",
    sql: """
      CREATE TABLE trade_measure (
        id TEXT PRIMARY KEY, announcement TEXT NOT NULL, limb TEXT NOT NULL,
        title_en TEXT NOT NULL, title_ko TEXT, kind TEXT NOT NULL, author TEXT NOT NULL,
        authority TEXT NOT NULL, announced TEXT NOT NULL, learned TEXT NOT NULL,
        valid_from TEXT, valid_until TEXT, includes_end INTEGER NOT NULL,
        covers_all_goods INTEGER NOT NULL, requires_en TEXT, requires_ko TEXT,
        rate_type TEXT, rate_percent REAL, rate_heading TEXT, citation TEXT NOT NULL,
        source TEXT, checked_on TEXT, note TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_measure_act (
        measure TEXT NOT NULL REFERENCES trade_measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, act TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT,
        includes_end INTEGER NOT NULL, learned TEXT NOT NULL, citation TEXT NOT NULL,
        PRIMARY KEY (measure, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_measure_product (
        measure TEXT NOT NULL REFERENCES trade_measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, product TEXT NOT NULL, coverage TEXT NOT NULL,
        materials TEXT NOT NULL, control_codes TEXT NOT NULL, PRIMARY KEY (measure, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_measure_scope (
        measure TEXT NOT NULL REFERENCES trade_measure (id) ON DELETE CASCADE,
        role TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (measure, role, name)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "trade_measure", doc: "A policy act with two time axes.",
      columns: [
        Column("id", .text, doc: "The identifier."),
        Column("announcement", .text, doc: "The instrument's own number."),
        Column("limb", .text, doc: "The part of an instrument with dates of its own."),
        Column("title_en", .text, doc: "The title."), Column("title_ko", .text, doc: "In Korean."),
        Column("kind", .text, doc: "What kind of act it is."),
        Column("author", .country, doc: "The state that acts."),
        Column("authority", .text, doc: "The authority that acts for it."),
        Column("announced", .day, doc: "When it was announced."),
        Column("learned", .day, doc: "When it could be known."),
        Column("valid_from", .day, doc: "Its first day."),
        Column("valid_until", .day, doc: "The day its text names as its end."),
        Column("includes_end", .flag, doc: "Whether it still holds on that day."),
        Column("covers_all_goods", .flag, doc: "Whether it reaches all goods."),
        Column("requires_en", .text, doc: "What it requires."),
        Column("requires_ko", .text, doc: "In Korean."),
        Column("rate_type", .text, doc: "Of a tariff: add, minimum_total or cap_total."),
        Column("rate_percent", .real, unit: "%", doc: "Of a tariff: the rate."),
        Column("rate_heading", .text, doc: "Of a tariff: the heading it is declared under."),
        Column("citation", .text, doc: "How to cite it."),
        Column("source", .text, doc: "Where it is."),
        Column("checked_on", .day, doc: "When the source was last looked at."),
        Column("note", .text, doc: "Remarks."), Column("source_id", .text, doc: "The source."),
      ]),
    TableDescriptor(
      "trade_measure_act", doc: "What happened to a measure later.",
      columns: [
        Column("measure", .text, doc: "The measure."),
        Column("position", .integer, doc: "Its place."),
        Column("act", .text, doc: "What happened."),
        Column("valid_from", .day, doc: "Its first day."),
        Column("valid_until", .day, doc: "The day its text names as its end."),
        Column("includes_end", .flag, doc: "Whether it still holds on that day."),
        Column("learned", .day, doc: "When it could be known."),
        Column("citation", .text, doc: "How to cite it."),
      ]),
    TableDescriptor(
      "trade_measure_product", doc: "A product that a measure covers, wholly or in part.",
      columns: [
        Column("measure", .text, doc: "The measure."),
        Column("position", .integer, doc: "Its place."),
        Column("product", .product, doc: "The product, as a prefix."),
        Column("coverage", .text, doc: "whole or part."),
        Column("materials", .json, doc: "In part: the materials covered."),
        Column("control_codes", .json, doc: "In part: the control codes covered."),
      ]),
    TableDescriptor(
      "trade_measure_scope", doc: "A country, party, technology or code that a measure names.",
      columns: [
        Column("measure", .text, doc: "The measure."),
        Column(
          "role", .text,
          doc: """
            origin, destination, excluded_destination, party, party_class (described, not named), \
            technology or control_code.
            """),
        Column("name", .text, doc: "What is named."),
      ]),
  ]
}
