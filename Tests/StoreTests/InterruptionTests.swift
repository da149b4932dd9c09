import Store
import TestSupport
import Testing

@Suite("An interruption of a store")
struct InterruptionTests {
  private let folder = ScratchFolder()

  @Test("stops the statement that runs, and the store can be used again once it is allowed")
  func running() throws {
    let store = try folder.store()
    var rows = 0
    let error = #expect(throws: StoreError.self) {
      try store.read { connection in
        try connection.forEachRow(
          "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c"
        ) { _ in
          rows += 1
          if rows == 1000 { _ = onThreads(1) { _ in store.interrupt() } }
        }
      }
    }
    #expect(error?.isInterrupted == true)
    #expect(throws: StoreError.self) { try store.read { _ in } }
    store.allowStatements()
    #expect(try store.read { try $0.rows("SELECT 1") } == [[1]])
  }

  @Test("between two statements stops the next one")
  func between() throws {
    let store = try folder.store()
    let connection = try store.openForReading()
    store.interrupt()
    let error = #expect(throws: StoreError.self) { try connection.rows("SELECT 1") }
    #expect(error?.isInterrupted == true)
    #expect(try connection.rows("SELECT 1") == [[1]])
  }

  @Test("undoes what was being written")
  func writing() throws {
    let store = try folder.store()
    #expect(throws: StoreError.self) {
      try store.write { connection in
        try connection.execute("INSERT INTO note (body) VALUES ('half')")
        store.interrupt()
        try connection.execute("INSERT INTO note (body) VALUES ('whole')")
      }
    }
    store.allowStatements()
    #expect(try store.read { try $0.rows("SELECT count(*) FROM note") } == [[0]])
  }
}
