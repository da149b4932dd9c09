import Store
import TestSupport
import Testing

@Suite("A statement")
struct StatementTests {
  private let folder = ScratchFolder()

  @Test("runs again with other parameters")
  func repeated() throws {
    let store = try folder.store()
    try store.write { connection in
      let insert = try connection.prepare("INSERT INTO note (body) VALUES (?)")
      for number in 0..<100 { try insert.run([.text("note \(number)")]) }
    }
    #expect(try store.count("note") == 100)
  }

  @Test("says how many rows it changed, and none for one that changes no row")
  func changes() throws {
    let statements = [
      "INSERT INTO note (body) VALUES ('a'), ('b'), ('c')",
      "UPDATE note SET body = 'd' WHERE id = 1",
      "CREATE TABLE other (x TEXT) STRICT", "DELETE FROM note WHERE id > 100", "SELECT * FROM note",
    ]
    let changes = try folder.store().write { connection in
      try statements.map { try connection.execute($0) }
    }
    #expect(changes == [3, 1, 0, 0, 0])
  }

  @Test("names its columns without running")
  func columns() throws {
    let connection = try folder.store().openForReading()
    #expect(try connection.columns(of: "SELECT id, body AS text FROM note") == ["id", "text"])
  }

  @Test("gives its rows one by one, and stops when the reader throws")
  func streaming() throws {
    struct Enough: Error {}
    let connection = try folder.store().openForReading()
    let endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c"
    var sum: Int64 = 0
    #expect(throws: Enough.self) {
      try connection.forEachRow(endless) { row in
        sum += row.integer(0)
        if row.integer(0) == 4 { throw Enough() }
      }
    }
    #expect(sum == 10)
  }
}
