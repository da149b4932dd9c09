public import Store
public import Vocabulary

/// The register of sources: every data set as received, and the rows that were refused.
///
/// None of its tables is open to questions: sources, parts and refused rows carry the marking of the
/// source, and `SourceEntry` shows what may be held.
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
}
