public import Store

/// How often each table was changed and by whom, so that a step of a job can tell whether what it
/// stood on is still the same.
///
/// The numbers only count: two equal ones mean that nobody wrote the table in between.
public enum TableVersions {
  /// The version of a table as one writer left it.
  public struct Entry: Sendable, Hashable {
    /// The table.
    public let table: String
    /// The writer: `job/step`, or empty for whoever is no step of a job.
    public let writer: String
    /// How many transactions of the writer changed the table.
    public let version: Int64
  }

  static let migration = Migration(
    number: 6, name: "versions of tables",
    sql: """
      CREATE TABLE tower_table_version (
        table_name TEXT NOT NULL, writer TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0),
        PRIMARY KEY (table_name, writer)
      ) STRICT, WITHOUT ROWID;
      """)

  static let table = TableDescriptor(
    "tower_table_version", doc: "How many transactions of each writer have changed a table.",
    columns: [
      Column("table_name", .text, doc: "The table."),
      Column("writer", .text, doc: "The step of a job, as job/step; empty for everybody else."),
      Column("version", .integer, doc: "How many of its transactions changed the table."),
    ])

  /// The versions of all tables, by table and writer.
  public static func all(_ connection: Connection) throws -> [Entry] {
    try connection.rows("SELECT table_name, writer, version FROM tower_table_version ORDER BY 1, 2")
      .map { Entry(table: $0[0].text ?? "", writer: $0[1].text ?? "", version: $0[2].integer ?? 0) }
  }

  /// Counts a transaction that changes tables.
  static func raise(_ tables: Set<String>, by writer: String, _ connection: Connection) throws {
    let statement = try connection.prepare(
      """
      INSERT INTO tower_table_version VALUES (?, ?, 1)
      ON CONFLICT (table_name, writer) DO UPDATE SET version = version + 1
      """)
    for table in tables.sorted() where table != "tower_table_version" {
      try statement.run([.text(table), .text(writer)])
    }
  }
}
