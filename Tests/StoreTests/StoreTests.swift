import Store
import TestSupport
import Testing

@Suite("The store")
struct StoreTests {
  private let folder = ScratchFolder()

  @Test("undoes everything when the work throws")
  func rollback() throws {
    struct Stop: Error {}
    let store = try folder.store()
    #expect(throws: Stop.self) {
      try store.write { connection in
        try connection.execute("INSERT INTO note (body) VALUES ('lost')")
        throw Stop()
      }
    }
    #expect(try store.count("note") == 0)
  }

  @Test("a reader sees one state, whatever is written meanwhile")
  func snapshot() throws {
    let store = try folder.store()
    try store.read { connection in
      #expect(try connection.first("SELECT count(*) FROM note") == [0])
      try store.write { try $0.execute("INSERT INTO note (body) VALUES ('new')") }
      #expect(try connection.first("SELECT count(*) FROM note") == [0])
    }
    #expect(try store.count("note") == 1)
  }

  @Test("a write inside a write is refused, by whatever path, and does not harm the outer one")
  func nestedWrite() throws {
    let store = try folder.store()
    let detour = Store(path: folder.path + "/./tower.db")
    try store.write { connection in
      try connection.execute("INSERT INTO note (body) VALUES ('outer')")
      #expect(throws: StoreRefusal.nestedWrite(path: detour.path)) {
        try detour.write { try $0.execute("INSERT INTO note (body) VALUES ('inner')") }
      }
      #expect(throws: StoreRefusal.nestedWrite(path: store.path)) {
        try store.prepare([], at: "t")
      }
    }
    try store.write { try $0.execute("INSERT INTO note (body) VALUES ('after')") }
    #expect(try store.count("note") == 2)
  }

  @Test("a write to another store inside a write is in order")
  func twoStores() throws {
    let first = try folder.store(name: "first.db")
    let second = try folder.store(name: "second.db")
    try first.write { _ in
      try second.write { try $0.execute("INSERT INTO note (body) VALUES ('note')") }
    }
    #expect(try second.count("note") == 1)
  }

  @Test("references, strict types and durable commits are on for every connection")
  func settings() throws {
    let store = try folder.store()
    for connection in try [
      store.openForReading(), Connection(path: store.path, mode: .readWrite),
    ] {
      #expect(try connection.first("PRAGMA foreign_keys") == [1])
      #expect(try connection.first("PRAGMA journal_mode") == ["wal"])
      #expect(try connection.first("PRAGMA synchronous") == [2])
      #expect(try connection.first("PRAGMA trusted_schema") == [0])
      #expect(try connection.first("PRAGMA journal_size_limit") == [67_108_864])
    }
  }

  @Test("a connection for reading cannot write")
  func readOnly() throws {
    let connection = try folder.store().openForReading()
    let error = #expect(throws: StoreError.self) {
      try connection.execute("INSERT INTO note (body) VALUES ('x')")
    }
    #expect(error?.name == "SQLITE_READONLY")
  }

  @Test("a file that is no store, or no database, is refused by name")
  func foreignFiles() throws {
    let text = folder.write("letter.txt", String(repeating: "not a database ", count: 100))
    #expect(throws: StoreRefusal.notAStore(path: text)) { try Store(path: text).read { _ in } }
    let missing = folder.file("missing.db")
    #expect(throws: StoreRefusal.missing(path: missing)) {
      try Store(path: missing).write { _ in }
    }
    for (name, sql) in [
      ("table.db", "CREATE TABLE t (x)"), ("marked.db", "PRAGMA application_id = 42"),
    ] {
      let path = folder.file(name)
      try Connection(path: path, mode: .create).executeScript(sql)
      #expect(throws: StoreRefusal.notAStore(path: path)) { try Store(path: path).read { _ in } }
      #expect(throws: StoreRefusal.notAStore(path: path)) {
        try Store(path: path).prepare([], at: "t")
      }
    }
  }

  @Test("a store in the format of a newer version is refused with both formats")
  func newerFormat() throws {
    let store = try folder.store()
    try Connection(path: store.path, mode: .readWrite).executeScript("PRAGMA user_version = 9")
    let refusal = StoreRefusal.newerFormat(path: store.path, format: 9, known: 1)
    #expect(throws: refusal) { try store.read { _ in } }
    #expect(throws: refusal) { try store.write { _ in } }
    #expect(throws: refusal) { try store.prepare([], at: "t") }
    #expect(refusal.description.contains("its format is 9, and this version knows formats up to 1"))
  }

  @Test("names rows that refer to nothing, and damaged pages")
  func integrity() throws {
    let store = try folder.store(
      """
      CREATE TABLE country (code TEXT PRIMARY KEY) STRICT;
      CREATE TABLE site (country TEXT REFERENCES country (code)) STRICT;
      """)
    #expect(try store.integrityProblems().isEmpty)
    let careless = try Connection(path: store.path, mode: .readWrite)
    try careless.executeScript("PRAGMA foreign_keys = OFF; INSERT INTO site VALUES ('KOR')")
    #expect(
      try store.integrityProblems() == [
        "row 1 of table 'site', which refers to a missing row of table 'country'"
      ])
  }
}
