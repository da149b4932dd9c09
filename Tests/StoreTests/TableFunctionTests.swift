import Store
import TestSupport
import Testing

@Suite("A table function")
struct TableFunctionTests {
  private let folder = ScratchFolder()

  private func connection(_ policy: ReadPolicy? = nil) throws -> Connection {
    let path = folder.file("plain.db")
    try Connection(path: path, mode: .create).executeScript(
      """
      CREATE TABLE IF NOT EXISTS word (text TEXT NOT NULL) STRICT;
      DELETE FROM word; INSERT INTO word VALUES ('ab'), ('abc');
      """)
    let connection = try Connection(path: path, mode: .readOnly)
    try connection.register(
      TableFunction(
        "series", arguments: [.required("first"), .required("last"), .optional("step")],
        columns: [.init("value", .integer)], estimatedRows: 10
      ) { arguments, _ in
        let first = arguments[0]?.integer ?? 0
        let last = arguments[1]?.integer ?? 0
        let step = arguments[2]?.integer ?? 1
        guard step > 0 else {
          throw StoreRefusal.unfitFunction(name: "series", reason: "the step is not positive")
        }
        return RowProducer(
          stride(from: first, through: last, by: Int(step)).lazy.map { [.integer($0)] })
      })
    try connection.register(
      TableFunction("words", arguments: [], columns: [.init("text", .text)]) { _, reader in
        try RowProducer("SELECT text FROM word ORDER BY text", on: reader)
      })
    if let policy { connection.restrict(to: policy) }
    return connection
  }

  private func integers(_ sql: String, _ policy: ReadPolicy? = nil) throws -> [Int64?] {
    try connection(policy).rows(sql).map { $0[0].integer }
  }

  @Test("gives the rows for its arguments, those left out included")
  func arguments() throws {
    #expect(try integers("SELECT value FROM series(2, 4)") == [2, 3, 4])
    #expect(try integers("SELECT value FROM series(1, 9, 4)") == [1, 5, 9])
    #expect(try integers("SELECT value FROM series WHERE first = 1 AND last = 2") == [1, 2])
  }

  @Test("takes an argument from another table of the join, in whatever order they are written")
  func joins() throws {
    let expected: [Int64] = [1, 2, 1, 2, 3]
    for sql in [
      "SELECT s.value FROM word w, series(1, length(w.text)) s ORDER BY w.text, s.value",
      "SELECT s.value FROM series s, word w WHERE s.first = 1 AND s.last = length(w.text) "
        + "ORDER BY w.text, s.value",
      "SELECT b.value FROM series(2, 3) a, series(1, a.value) b",
    ] {
      #expect(try integers(sql) == expected)
    }
  }

  @Test("names the argument that a question left out, and shows its own error")
  func faults() throws {
    let missing = #expect(throws: StoreError.self) { _ = try integers("SELECT * FROM series(1)") }
    #expect(missing?.message == "series needs argument last: series(first, last, [step])")
    let own = #expect(throws: StoreError.self) { _ = try integers("SELECT * FROM series(1, 2, 0)") }
    #expect(own?.message.contains("the step is not positive") == true)
  }

  @Test("can be asked under a policy that opens it, also when it reads tables that are not open")
  func policy() throws {
    let open = ReadPolicy(tables: ["series", "words"])
    #expect(try integers("SELECT value FROM series(1, 2)", open) == [1, 2])
    #expect(try integers("SELECT count(*) FROM words", open) == [2])
    let table = #expect(throws: StoreError.self) { _ = try integers("SELECT * FROM word", open) }
    #expect(table?.message == "table 'word' is not open to questions")
    let closed = #expect(throws: StoreError.self) {
      _ = try integers("SELECT * FROM series(1, 2)", ReadPolicy(tables: ["words"]))
    }
    #expect(closed?.isDenied == true)
  }

  @Test("is stopped when a statement has given as many rows as its policy allows")
  func limits() throws {
    let policy = ReadPolicy(tables: ["series"], limits: ReadLimits(rows: 100))
    let error = #expect(throws: StoreError.self) {
      _ = try integers("SELECT value FROM series(1, 1000000000)", policy)
    }
    #expect(error?.message == "stopped after 100 rows, the limit for a question")
  }
}
