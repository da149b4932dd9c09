import Store
import TestSupport
import Testing
import Vocabulary

@testable import Kernel

@Suite("A stream of rows")
struct AnswerStreamTests {
  private let columns = [Column("n", .integer, doc: "A number.")]

  /// What a target has got, in the pieces in which it came.
  private final class Pieces {
    var all: [String] = []
    var text: String { all.joined() }
    func take(_ bytes: UnsafeRawBufferPointer) {
      all.append(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func write(_ count: Int64, _ format: OutputFormat, to pieces: Pieces) throws {
    let stream = try AnswerStream(format) { pieces.take($0) }
    var number: Int64 = 0
    try stream.write(columns) {
      guard number < count else { return nil }
      number += 1
      return [.integer(number)]
    }
    try stream.finish(CommandResult())
  }

  @Test(
    "gives in every format the very bytes of the same answer in memory",
    arguments: OutputFormat.allCases.filter { $0 != .xlsx })
  func sameBytes(format: OutputFormat) throws {
    let pieces = Pieces()
    try write(30_000, format, to: pieces)
    let rows = (1...30_000).map { [Value.integer($0)] }
    #expect(pieces.text == format.render(CommandResult(columns: columns, rows: rows)))
    #expect(pieces.all.count > 1)
  }

  @Test("lets whole rows leave, and none before there are many")
  func pieces() throws {
    let pieces = Pieces()
    try write(30_000, .csv, to: pieces)
    #expect(pieces.all.allSatisfy { $0.hasSuffix("\n") })
    let few = Pieces()
    try write(5, .csv, to: few)
    #expect(few.all.count == 1)
  }

  @Test("that breaks off is no valid JSON")
  func broken() throws {
    struct Fault: Error {}
    let pieces = Pieces()
    let stream = try AnswerStream(.json) { pieces.take($0) }
    var number: Int64 = 0
    #expect(throws: Fault.self) {
      try stream.write(columns) {
        number += 1
        if number > 20_000 { throw Fault() }
        return [.integer(number)]
      }
    }
    #expect(!pieces.all.isEmpty)
    let connection = try Connection(path: ":memory:", mode: .readWrite)
    #expect(try connection.first("SELECT json_valid(?)", [.text(pieces.text)]) == [0])
  }

  @Test("stops with what its target throws")
  func target() throws {
    struct Full: Error {}
    let stream = try AnswerStream(.csv) { _ in throw Full() }
    var count: Int64 = 0
    #expect(throws: Full.self) {
      try stream.write(columns) {
        count += 1
        return [.integer(count)]
      }
    }
    #expect(count < 100_000)
  }

  @Test("holds the tables beside the first in JSON, and leaves them out of CSV and NDJSON")
  func tables() {
    let table = ResultTable(columns: columns, rows: [[1]])
    let answer = CommandResult(
      tables: [table, ResultTable(title: "More", columns: columns, rows: [[2]])])
    #expect(OutputFormat.csv.render(answer) == "n\n1\n")
    #expect(OutputFormat.ndjson.render(answer) == "{\"n\":1}\n")
    #expect(OutputFormat.json.render(answer).contains("{\"n\":2}"))
    #expect(OutputFormat.table.render(answer).contains("\n\nMore\n"))
  }
}
