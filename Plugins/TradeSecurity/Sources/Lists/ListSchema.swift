internal import Kernel
internal import Store

/// The tables of the lists of parties.
enum ListSchema {
  static let migration = Migration(
    number: 2, name: "lists of parties",
    sql: """
      CREATE TABLE trade_list_entry (
        list TEXT NOT NULL, entry TEXT NOT NULL,
        party_kind TEXT NOT NULL
          CHECK (party_kind IN ('person', 'organisation', 'vessel', 'aircraft')),
        programmes TEXT NOT NULL, title TEXT, remarks TEXT, listed_on TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_name (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('primary', 'alias', 'weak_alias')),
        script TEXT NOT NULL, source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_token (
        token TEXT NOT NULL, list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL,
        PRIMARY KEY (token, list, entry, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_country (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL,
        role TEXT NOT NULL
          CHECK (role IN ('address', 'nationality', 'citizenship', 'birth_place', 'flag')),
        country TEXT, country_text TEXT, detail TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_identifier (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
        number TEXT NOT NULL, country TEXT, country_text TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_date (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL,
        date_text TEXT NOT NULL, earliest TEXT, latest TEXT, is_approximate INTEGER NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      """)

  /// The tables whose rows belong to an entry, and the entries last, in the order of deletion.
  static let tablesOfEntry = [
    "trade_list_token", "trade_list_name", "trade_list_country", "trade_list_identifier",
    "trade_list_date", "trade_list_entry",
  ]

  private static let list = Column("list", .text, doc: "The list, such as ofac-sdn.")
  private static let entry = Column("entry", .text, doc: "The identifier within the list.")
  private static let position = Column("position", .integer, doc: "Its place in the entry, from 0.")
  private static let source = Column("source_id", .text, doc: "The source.")

  static let tables = [
    TableDescriptor(
      "trade_list_entry", doc: "A party of a published list.",
      columns: [
        list, entry,
        Column("party_kind", .text, doc: "person, organisation, vessel or aircraft."),
        Column("programmes", .json, doc: "The sanctions programmes."),
        Column("title", .text, doc: "Its title or function."),
        Column("remarks", .text, doc: "Remarks of the list."),
        Column("listed_on", .day, doc: "When it was listed; null when the list does not say."),
        source,
      ]),
    TableDescriptor(
      "trade_list_name", doc: "A name of a listed party, as printed.",
      columns: [
        list, entry, position, Column("name", .text, doc: "The name."),
        Column("kind", .text, doc: "primary, alias or weak_alias."),
        Column("script", .text, doc: "The script of most of its letters, by ISO 15924."), source,
      ]),
    TableDescriptor(
      "trade_list_country", doc: "A country that the entry of a listed party names.",
      columns: [
        list, entry, position,
        Column("role", .text, doc: "address, nationality, citizenship, birth_place or flag."),
        Column(
          "country", .country,
          doc: "ISO 3166-1 alpha-3; null where the store did not know the printed name."),
        Column("country_text", .text, doc: "The country as printed; null where none is."),
        Column("detail", .text, doc: "The rest of the address or place, as printed."), source,
      ]),
    TableDescriptor(
      "trade_list_identifier", doc: "A number by which a listed party can be told from others.",
      columns: [
        list, entry, position,
        Column("kind", .text, doc: "What kind of number, as the list calls it."),
        Column("number", .text, doc: "The number as printed."),
        Column("country", .country, doc: "Who gave it; null where unknown."),
        Column("country_text", .text, doc: "Who gave it, as printed."), source,
      ]),
    TableDescriptor(
      "trade_list_date", doc: "A date of a listed party, as exact as the list gives it.",
      columns: [
        list, entry, position,
        Column("role", .text, doc: "birth, identifier_issued, identifier_expires or delisted."),
        Column("date_text", .text, doc: "The date as printed."),
        Column("earliest", .day, doc: "The first day it can mean; null when not understood."),
        Column("latest", .day, doc: "The last day it can mean; null when not understood."),
        Column("is_approximate", .flag, doc: "Whether the list calls it approximate."), source,
      ]),
  ]
}
