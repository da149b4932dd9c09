import Store
import TestSupport
import Testing

@Suite("A connection for questions")
struct ReadPolicyTests {
  private let folder = ScratchFolder()

  private func restricted() throws -> Connection {
    let path = folder.file("tower.db")
    let history = MigrationHistory(
      module: "test",
      migrations: [
        Migration(
          number: 1, name: "tables",
          sql: """
            CREATE TABLE open_table (x TEXT) STRICT; CREATE TABLE hidden (secret TEXT) STRICT;
            CREATE VIEW peek AS SELECT secret FROM hidden;
            INSERT INTO open_table VALUES ('seen'); INSERT INTO hidden VALUES ('SECRET');
            """)
      ])
    let store = Store(path: path)
    try store.prepare([history], at: "t")
    let connection = try store.openForReading()
    connection.restrict(to: ReadPolicy(tables: ["open_table"]))
    return connection
  }

  @Test("reads what is declared, through expressions, joins and its own table expressions")
  func allowed() throws {
    let connection = try restricted()
    #expect(try connection.rows("SELECT x FROM open_table") == [[.text("seen")]])
    #expect(try connection.first("SELECT count(*) FROM open_table") == [.integer(1)])
    let sql = "WITH hidden AS (SELECT upper(x) AS secret FROM open_table) SELECT secret FROM hidden"
    #expect(try connection.rows(sql) == [[.text("SEEN")]])
  }

  @Test(
    "refuses every other way in",
    arguments: [
      "SELECT secret FROM hidden", "SELECT * FROM peek", "SELECT count(*) FROM hidden",
      "SELECT 1 FROM hidden", "SELECT rowid FROM hidden",
      "WITH open_table AS (SELECT secret AS x FROM hidden) SELECT x FROM open_table",
      "WITH open_table AS (SELECT * FROM hidden) SELECT * FROM open_table",
      "SELECT x FROM open_table UNION SELECT secret FROM hidden",
      "SELECT (SELECT secret FROM hidden) FROM open_table",
      "SELECT x FROM open_table WHERE EXISTS (SELECT 1 FROM hidden)",
      "SELECT x FROM open_table ORDER BY (SELECT secret FROM hidden)",
      "SELECT o.x FROM open_table o JOIN hidden h", "SELECT * FROM main.hidden",
      "SELECT sql FROM sqlite_schema", "SELECT sql FROM sqlite_master",
      "SELECT * FROM sqlite_temp_master", "SELECT * FROM pragma_table_info('hidden')",
      "SELECT * FROM dbstat", "PRAGMA table_info(hidden)", "PRAGMA database_list",
      "PRAGMA query_only = OFF", "PRAGMA writable_schema = ON",
      "ATTACH 'other.db' AS other", "DETACH main", "BEGIN", "COMMIT", "SAVEPOINT s", "VACUUM",
      "VACUUM INTO 'copy.db'", "INSERT INTO open_table VALUES ('x')", "UPDATE open_table SET x = 1",
      "DELETE FROM open_table", "DELETE FROM open_table RETURNING x", "DROP TABLE open_table",
      "CREATE TABLE t (x)", "CREATE TEMP TABLE t AS SELECT * FROM hidden",
      "CREATE TEMP VIEW open_table AS SELECT * FROM hidden", "CREATE INDEX i ON open_table (x)",
      "CREATE VIRTUAL TABLE v USING fts5(x)", "ALTER TABLE open_table RENAME TO t", "REINDEX",
      "ANALYZE", "SELECT load_extension('x')", "SELECT readfile('/etc/passwd')",
      "SELECT writefile('x', 'y')", "SELECT edit('x')", "SELECT fts3_tokenizer('simple')",
      "SELECT sqlite_compileoption_get(0)", "SELECT randomblob(1000000000)",
      "SELECT zeroblob(1000000000)", "EXPLAIN SELECT secret FROM hidden",
      "EXPLAIN QUERY PLAN SELECT secret FROM hidden",
      "SELECT * FROM json_each((SELECT secret FROM hidden))",
    ])
  func refused(sql: String) throws {
    let connection = try restricted()
    let error = #expect(throws: StoreError.self) { try connection.rows(sql) }
    #expect(error?.description.contains("SECRET") == false)
  }

  @Test("says what was refused and why")
  func reasons() throws {
    let connection = try restricted()
    let table = #expect(throws: StoreError.self) { try connection.rows("SELECT * FROM hidden") }
    #expect(table?.message == "table 'hidden' is not open to questions")
    let write = #expect(throws: StoreError.self) {
      try connection.rows("DELETE FROM open_table")
    }
    #expect(write?.message == "only reading is allowed: DELETE is refused")
    #expect(write?.isDenied == true)
  }
}
