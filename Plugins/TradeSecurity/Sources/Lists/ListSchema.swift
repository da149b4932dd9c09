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

  /// The lists with everything that publishers print, and their earlier versions.
  ///
  /// The tables are made anew because a check cannot be changed; the rows move over.
  static let versions = Migration(
    number: 4, name: "versions of lists",
    sql: """
      ALTER TABLE trade_list_entry RENAME TO trade_list_entry_1;
      ALTER TABLE trade_list_name RENAME TO trade_list_name_1;
      ALTER TABLE trade_list_country RENAME TO trade_list_country_1;
      ALTER TABLE trade_list_identifier RENAME TO trade_list_identifier_1;
      ALTER TABLE trade_list_date RENAME TO trade_list_date_1;
      CREATE TABLE trade_list_entry (
        list TEXT NOT NULL, entry TEXT NOT NULL,
        party_kind TEXT NOT NULL
          CHECK (party_kind IN ('person', 'organisation', 'vessel', 'aircraft', 'unknown')),
        section TEXT, programmes TEXT NOT NULL, title TEXT, gender TEXT, remarks TEXT,
        listed_on TEXT, content_digest TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_name (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL
          CHECK (kind IN ('primary', 'alias', 'weak_alias', 'former', 'native')),
        script TEXT NOT NULL, language TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_country (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL,
        role TEXT NOT NULL
          CHECK (role IN ('address', 'nationality', 'citizenship', 'birth_place', 'flag',
            'jurisdiction')),
        country TEXT, country_text TEXT, detail TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_identifier (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
        number TEXT NOT NULL, scheme TEXT NOT NULL, normalised TEXT NOT NULL,
        verdict TEXT CHECK (verdict IN ('valid', 'invalid')), country TEXT, country_text TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_date (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL,
        date_text TEXT NOT NULL, earliest TEXT, latest TEXT,
        precision TEXT CHECK (precision IN ('day', 'month', 'year', 'range')),
        is_approximate INTEGER NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_relation (
        list TEXT NOT NULL, entry TEXT NOT NULL, position INTEGER NOT NULL,
        relation TEXT NOT NULL, other_name TEXT NOT NULL, other_entry TEXT,
        source_id TEXT NOT NULL REFERENCES tower_source (id),
        PRIMARY KEY (list, entry, position),
        FOREIGN KEY (list, entry) REFERENCES trade_list_entry (list, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE trade_list_version (
        list TEXT NOT NULL, version TEXT NOT NULL, published TEXT, entries INTEGER NOT NULL,
        base TEXT, layout TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id), PRIMARY KEY (list, version),
        FOREIGN KEY (list, base) REFERENCES trade_list_version (list, version)
          DEFERRABLE INITIALLY DEFERRED
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX trade_list_version_in_force ON trade_list_version (list)
        WHERE base IS NULL;
      CREATE TABLE trade_list_past (
        list TEXT NOT NULL, version TEXT NOT NULL, entry TEXT NOT NULL, content TEXT,
        PRIMARY KEY (list, version, entry),
        FOREIGN KEY (list, version) REFERENCES trade_list_version (list, version)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO trade_list_entry SELECT list, entry, party_kind, NULL, programmes, title, NULL,
        remarks, listed_on, '', source_id FROM trade_list_entry_1;
      INSERT INTO trade_list_name SELECT list, entry, position, name, kind, script, NULL, source_id
        FROM trade_list_name_1;
      INSERT INTO trade_list_country SELECT * FROM trade_list_country_1;
      INSERT INTO trade_list_identifier SELECT list, entry, position, kind, number, 'other',
        number, NULL, country, country_text, source_id FROM trade_list_identifier_1;
      INSERT INTO trade_list_date SELECT list, entry, position, role, date_text, earliest, latest,
        CASE WHEN earliest IS NULL THEN NULL WHEN earliest = latest THEN 'day' ELSE 'range' END,
        is_approximate, source_id FROM trade_list_date_1;
      INSERT INTO trade_list_version SELECT e.list, coalesce(max(s.as_of), 'undated'), max(s.as_of),
        count(*), NULL, '', max(e.source_id)
        FROM trade_list_entry e JOIN tower_source s ON s.id = e.source_id GROUP BY e.list;
      DROP TABLE trade_list_name_1; DROP TABLE trade_list_country_1;
      DROP TABLE trade_list_identifier_1; DROP TABLE trade_list_date_1;
      DROP TABLE trade_list_entry_1;
      """)

  // Names are found by an index that is made of them when they are screened.
  static let withoutTokens = Migration(
    number: 5, name: "no tokens of names", sql: "DROP TABLE trade_list_token;")

  /// The tables whose rows belong to an entry, and the entries last, in the order of deletion.
  static let tablesOfEntry = [
    "trade_list_name", "trade_list_country", "trade_list_identifier",
    "trade_list_date", "trade_list_relation", "trade_list_entry",
  ]

  private static let list = Column("list", .text, doc: "The list, such as ofac-sdn.")
  private static let entry = Column("entry", .text, doc: "The identifier within the list.")
  private static let position = Column("position", .integer, doc: "Its place in the entry, from 0.")
  private static let source = Column("source_id", .text, doc: "The source.")

  static let tables = [
    TableDescriptor(
      "trade_list_entry", doc: "A party of a published list, in the version in force.",
      columns: [
        list, entry,
        Column(
          "party_kind", .text,
          doc: "person, organisation, vessel, aircraft, or unknown where the list does not say."),
        Column("section", .text, doc: "The part of the list, such as EL; null where it has none."),
        Column("programmes", .json, doc: "The sanctions programmes."),
        Column("title", .text, isPersonal: true, doc: "Its title or function."),
        Column(
          "gender", .text, isPersonal: true,
          doc: "Its gender as printed; null when the list does not say."),
        Column("remarks", .text, isPersonal: true, doc: "Remarks of the list."),
        Column("listed_on", .day, doc: "When it was listed; null when the list does not say."),
        Column(
          "content_digest", .text,
          doc: "SHA-256 of all that the entry says; another one means that it changed."),
        source,
      ]),
    TableDescriptor(
      "trade_list_name", doc: "A name of a listed party, as printed.",
      columns: [
        list, entry, position, Column("name", .text, doc: "The name."),
        Column("kind", .text, doc: "primary, alias, weak_alias, former or native."),
        Column("script", .text, doc: "The script of most of its letters, by ISO 15924."),
        Column("language", .text, doc: "The language as the list codes it."), source,
      ]),
    TableDescriptor(
      "trade_list_country", doc: "A country that the entry of a listed party names.",
      columns: [
        list, entry, position,
        Column(
          "role", .text,
          doc: "address, nationality, citizenship, birth_place, flag or jurisdiction."),
        Column(
          "country", .country,
          doc: "ISO 3166-1 alpha-3; null where the store did not know the printed name."),
        Column("country_text", .text, doc: "The country as printed; null where none is."),
        Column(
          "detail", .text, isPersonal: true, doc: "The rest of the address or place, as printed."),
        source,
      ]),
    TableDescriptor(
      "trade_list_identifier", doc: "A number by which a listed party can be told from others.",
      columns: [
        list, entry, position,
        Column("kind", .text, doc: "What kind of number, as the list calls it."),
        Column("number", .text, isPersonal: true, doc: "The number as printed."),
        Column(
          "scheme", .text,
          doc:
            "imo, imo_company, mmsi, call_sign, lei, bic, isin, passport, national_id, tax, registration, "
            + "aircraft, wallet or other."),
        Column(
          "normalised", .text, isPersonal: true,
          doc: "The number without blanks and marks, in capitals."),
        Column(
          "verdict", .text,
          doc: "valid or invalid by its check digits; null where none are known for it."),
        Column("country", .country, doc: "Who gave it; null where unknown."),
        Column("country_text", .text, doc: "Who gave it, as printed."), source,
      ]),
    TableDescriptor(
      "trade_list_date", doc: "A date of a listed party, as exact as the list gives it.",
      columns: [
        list, entry, position,
        Column(
          "role", .text,
          doc: "birth, established, identifier_issued, identifier_expires, delisted or expires."),
        Column("date_text", .text, isPersonal: true, doc: "The date as printed."),
        Column(
          "earliest", .day, isPersonal: true,
          doc: "The first day it can mean; null when not understood."),
        Column(
          "latest", .day, isPersonal: true,
          doc: "The last day it can mean; null when not understood."),
        Column("precision", .text, doc: "day, month, year or range; null when not understood."),
        Column("is_approximate", .flag, doc: "Whether the list calls it approximate."), source,
      ]),
    TableDescriptor(
      "trade_list_relation", doc: "How a listed party stands to another, as printed.",
      columns: [
        list, entry, position,
        Column("relation", .text, doc: "The relation as the list calls it, such as Linked To."),
        Column("other_name", .text, doc: "The other party as printed."),
        Column(
          "other_entry", .text,
          doc: "Its identifier within the list; null where no one entry bears the name."), source,
      ]),
    TableDescriptor(
      "trade_list_version", doc: "A version of a list that the store keeps.",
      columns: [
        list, Column("version", .text, doc: "Its name: the day or month of its publication."),
        Column("published", .day, doc: "When it was published; null when unknown."),
        Column("entries", .integer, doc: "How many entries it has."),
        Column(
          "base", .text,
          doc: "The version that its changes are kept against; null for the one in force."),
        Column("layout", .text, doc: "The layout of its file."), source,
      ]),
    TableDescriptor(
      "trade_list_past",
      doc: "An entry as it was in an earlier version, where it differs from the base of that.",
      columns: [
        list, Column("version", .text, doc: "The earlier version."), entry,
        Column(
          "content", .json, isPersonal: true,
          doc: "What the entry said; null where it was not in that version."),
      ]),
  ]
}
