internal import Kernel
internal import Store

/// The tables of the register of technologies.
enum TechnologySchema {
  // A holding may be named before its technology is put back: a file that replaces its technologies
  // deletes them first, so that reference is checked at the end of the transaction.
  static let migration = Migration(
    number: 1, name: "technologies and their holders",
    sql: """
      CREATE TABLE technology (
        id TEXT PRIMARY KEY, title_en TEXT NOT NULL, title_ko TEXT, field TEXT NOT NULL,
        criticality TEXT NOT NULL, national_core TEXT NOT NULL
          CHECK (national_core IN ('yes', 'no', 'unknown')),
        core_from TEXT, law_reference TEXT NOT NULL, citation TEXT NOT NULL, note TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE technology_step (
        technology TEXT NOT NULL REFERENCES technology (id) ON DELETE CASCADE,
        step TEXT NOT NULL, position INTEGER NOT NULL, title_en TEXT NOT NULL, title_ko TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (technology, step)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE technology_use (
        technology TEXT NOT NULL REFERENCES technology (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, step TEXT NOT NULL, product TEXT, material TEXT,
        elements TEXT NOT NULL, role TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (technology, position),
        FOREIGN KEY (technology, step) REFERENCES technology_step (technology, step),
        CHECK (product IS NOT NULL OR material IS NOT NULL)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE technology_make (
        technology TEXT NOT NULL REFERENCES technology (id) ON DELETE CASCADE,
        product TEXT NOT NULL, source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (technology, product)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE technology_control_code (
        technology TEXT NOT NULL REFERENCES technology (id) ON DELETE CASCADE,
        regime TEXT NOT NULL, code TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (technology, regime, code)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE technology_holder (
        id TEXT PRIMARY KEY, name_en TEXT NOT NULL, name_ko TEXT, is_synthetic INTEGER NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE technology_holding (
        holder TEXT NOT NULL REFERENCES technology_holder (id) ON DELETE CASCADE,
        technology TEXT NOT NULL REFERENCES technology (id) DEFERRABLE INITIALLY DEFERRED,
        state_funded TEXT NOT NULL CHECK (state_funded IN ('yes', 'no', 'unknown')),
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (holder, technology)
      ) STRICT, WITHOUT ROWID;
      """)

  static let tables = [
    TableDescriptor(
      "technology", doc: "A core technology.",
      columns: [
        Column("id", .text, doc: "The identifier."), Column("title_en", .text, doc: "The title."),
        Column("title_ko", .text, doc: "In Korean."),
        Column("field", .text, doc: "The industry it belongs to."),
        Column("criticality", .text, doc: "strategic, core or general."),
        Column(
          "national_core", .text,
          doc: "Whether it is a national core technology of Korea: yes, no or unknown."),
        Column("core_from", .day, doc: "The first day for which that is on record."),
        Column("law_reference", .text, doc: "What the designation says."),
        Column("citation", .text, doc: "Where the facts were read."),
        Column("note", .text, doc: "Remarks, and how sure the facts are."), source,
      ]),
    TableDescriptor(
      "technology_step", doc: "A step of the process of a technology.",
      columns: [
        technology, Column("step", .text, doc: "The step."),
        Column("position", .integer, doc: "Its place in the process."),
        Column("title_en", .text, doc: "The title."), Column("title_ko", .text, doc: "In Korean."),
        source,
      ]),
    TableDescriptor(
      "technology_use", doc: "A product or material that a step of a technology needs.",
      columns: [
        technology, Column("position", .integer, doc: "Its place."),
        Column("step", .text, doc: "The step."), Column("product", .product, doc: "The product."),
        Column("material", .text, doc: "The material."),
        Column(
          "elements", .json, doc: "The elements meant, where the material stands for several."),
        Column("role", .text, doc: "What it is needed for."), source,
      ]),
    TableDescriptor(
      "technology_make", doc: "A product that is made with a technology.",
      columns: [technology, Column("product", .product, doc: "The product."), source]),
    TableDescriptor(
      "technology_control_code", doc: "An entry of a control list that a technology falls under.",
      columns: [
        technology, Column("regime", .text, doc: "Whose list: eu, us, cn or kr."),
        Column("code", .text, doc: "The code of the entry."), source,
      ]),
    TableDescriptor(
      "technology_holder", doc: "An institution that holds technologies; never a person.",
      columns: [
        Column("id", .text, doc: "The identifier."), Column("name_en", .text, doc: "The name."),
        Column("name_ko", .text, doc: "In Korean."),
        Column("is_synthetic", .flag, doc: "Whether it is invented for demonstration."), source,
      ]),
    TableDescriptor(
      "technology_holding", doc: "A technology that an institution holds.",
      columns: [
        Column("holder", .text, doc: "The holder."), technology,
        Column(
          "state_funded", .text,
          doc: "Whether the state paid for its research: yes, no or unknown."), source,
      ]),
  ]

  private static let technology = Column("technology", .text, doc: "The technology.")
  private static let source = Column("source_id", .text, doc: "The source.")
}
