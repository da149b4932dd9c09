public import Store
public import Vocabulary

/// The register of sources: every data set as received, and the rows that were refused.
public enum SourceRegister {
  static let migration = Migration(
    number: 1, name: "sources and findings",
    sql: """
      CREATE TABLE tower_source (
        id TEXT PRIMARY KEY, dataset TEXT NOT NULL, publisher TEXT NOT NULL, title TEXT NOT NULL,
        licence TEXT NOT NULL, version TEXT NOT NULL, as_of TEXT, retrieved TEXT,
        citation TEXT NOT NULL, marking TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
        parameters TEXT NOT NULL, rows_in INTEGER NOT NULL, rows_rejected INTEGER NOT NULL,
        imported_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE tower_source_part (
        dataset TEXT NOT NULL, part TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES tower_source (id), rows INTEGER NOT NULL,
        PRIMARY KEY (dataset, part)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE tower_source_reject (
        source_id TEXT NOT NULL REFERENCES tower_source (id), line INTEGER NOT NULL,
        reason TEXT NOT NULL, content TEXT NOT NULL
      ) STRICT;
      CREATE INDEX tower_source_reject_source ON tower_source_reject (source_id);
      CREATE TABLE tower_finding (
        run TEXT NOT NULL, position INTEGER NOT NULL, indicator TEXT NOT NULL,
        subject TEXT NOT NULL, object TEXT, value REAL, unit TEXT, as_of TEXT NOT NULL,
        level TEXT, status TEXT NOT NULL, missing TEXT NOT NULL, statement_en TEXT NOT NULL,
        statement_ko TEXT, evidence TEXT NOT NULL, sources TEXT NOT NULL, marking TEXT NOT NULL,
        due TEXT, PRIMARY KEY (run, position)
      ) STRICT, WITHOUT ROWID;
      """)

  /// The strictest marking of sources, and so of whatever is derived from them.
  ///
  /// - Parameter sources: their identifiers; nil for every source of the store. A source that is
  ///   not in the register counts as TLP:RED.
  public static func marking(of sources: [String]?, _ connection: Connection) throws -> Marking {
    let rows = try connection.rows("SELECT id, marking FROM tower_source")
    let known = Dictionary(
      rows.map { ($0[0].text ?? "", (try? Marking($0[1].text ?? "")) ?? Marking(.red)) }
    ) { first, _ in first }
    return (sources ?? Array(known.keys)).reduce(.clear) { marking, source in
      marking.combined(with: known[source] ?? Marking(.red))
    }
  }

  // `tower_source_reject` is not among them: refused rows carry the marking of their source, and only
  // the command 'sources rejects' leaves out what may not be held.
  static let tables: [TableDescriptor] = [
    TableDescriptor(
      "tower_source", doc: "A data set as received.",
      columns: [
        Column("id", .text, doc: "The identifier: the data set and the start of its SHA-256."),
        Column("dataset", .text, doc: "The data set."),
        Column("publisher", .text, doc: "Who published it."),
        Column("title", .text, doc: "What it is called."),
        Column("licence", .text, doc: "The licence it came under."),
        Column("version", .text, doc: "Its version; empty when unknown."),
        Column("as_of", .day, doc: "The day the data are for; null when unknown."),
        Column("retrieved", .day, doc: "The day it was received; null when unknown."),
        Column("citation", .text, doc: "How to cite it."),
        Column("marking", .marking, doc: "How far it may travel."),
        Column("file", .text, doc: "The name of the file."),
        Column("sha256", .text, doc: "The SHA-256 of the file's bytes."),
        Column("parameters", .json, doc: "The parameters of the import."),
        Column("rows_in", .integer, doc: "How many rows were taken."),
        Column("rows_rejected", .integer, doc: "How many rows were refused."),
        Column("imported_at", .text, doc: "When it was imported."),
      ]),
    TableDescriptor(
      "tower_source_part", doc: "The source in force for a part of a data set, such as a year.",
      columns: [
        Column("dataset", .text, doc: "The data set."),
        Column("part", .text, doc: "The part: a year, a list."),
        Column("source_id", .text, doc: "The source in force."),
        Column("rows", .integer, doc: "How many rows it brought."),
      ]),
  ]
}
