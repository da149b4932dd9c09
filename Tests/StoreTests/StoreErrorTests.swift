import Store
import TestSupport
import Testing

@Suite("An error of the store")
struct StoreErrorTests {
  private let folder = ScratchFolder()

  @Test("carries the code and its name, the statement and the parameters")
  func context() throws {
    let store = try folder.store()
    try store.write { try $0.execute("INSERT INTO note (body) VALUES ('gallium')") }
    let error = #expect(throws: StoreError.self) {
      try store.write { try $0.execute("INSERT INTO note (body) VALUES (?)", ["gallium"]) }
    }
    #expect(error?.code == 2067)
    #expect(error?.kind == .constraint)
    #expect(
      error?.description == """
        SQLITE_CONSTRAINT_UNIQUE (2067): UNIQUE constraint failed: note.body
          in: INSERT INTO note (body) VALUES (?)
          with: 'gallium'
        """)
  }

  @Test(
    "is named after its code",
    arguments: [
      ("SELECT * FROM nowhere", "SQLITE_ERROR"),
      ("INSERT INTO note DEFAULT VALUES", "SQLITE_READONLY"),
      ("SELECT zeroblob(2000000000)", "SQLITE_TOOBIG"),
    ])
  func names(sql: String, name: String) throws {
    let connection = try folder.store().openForReading()
    let error = #expect(throws: StoreError.self) { try connection.rows(sql) }
    #expect(error?.name == name)
  }

  @Test("comes for a second statement behind the first, and for a wrong number of parameters")
  func misuse() throws {
    let connection = try folder.store().openForReading()
    #expect(throws: StoreError.self) { try connection.rows("SELECT 1; SELECT 2") }
    #expect(throws: StoreError.self) { try connection.rows("SELECT 1; nonsense") }
    #expect(throws: StoreError.self) { try connection.rows("-- nothing") }
    #expect(throws: StoreError.self) { try connection.rows("SELECT ?, ?", [.null]) }
    #expect(try connection.rows("SELECT 1 ; -- the end") == [[1]])
  }

  @Test("says when another thread stopped the statement")
  func interruption() throws {
    let connection = try folder.store().openForReading()
    let handle = connection.interruptHandle
    let endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c"
    var rows = 0
    let error = #expect(throws: StoreError.self) {
      try connection.forEachRow(endless) { _ in
        rows += 1
        if rows == 1000 { _ = onThreads(1) { _ in handle.interrupt() } }
      }
    }
    #expect(error?.isInterrupted == true)
    #expect(try connection.rows("SELECT 1") == [[1]])
  }

  @Test("an interruption of a connection that is gone does nothing")
  func lateInterruption() throws {
    let handle = try folder.store().openForReading().interruptHandle
    handle.interrupt()
  }
}
