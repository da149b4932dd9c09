import Tabular
import TestSupport
import Testing

private func records(_ text: String, chunk: Int = 7) throws -> [[String]] {
  var rest = Array(text.utf8)[...]
  var reader = CSVReader {
    guard !rest.isEmpty else { return nil }
    defer { rest = rest.dropFirst(chunk) }
    return Array(rest.prefix(chunk))
  }
  var record = CSVRecord()
  var found: [[String]] = []
  while try reader.next(into: &record) {
    found.append((0..<record.count).map { record.text($0) ?? "?" })
  }
  return found
}

@Suite("Reading comma-separated values")
struct CSVReaderTests {
  @Test("takes quotes, line breaks in quotes, CR LF, a byte-order mark and a 0x1A at the end")
  func forms() throws {
    #expect(try records("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(try records("\u{FEFF}a,b\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
    #expect(try records("\"x, \"\"y\"\"\nz\",2") == [["x, \"y\"\nz", "2"]])
    #expect(try records("a,,\n\n,b,\n") == [["a", "", ""], ["", "b", ""]])
    #expect(try records("a,b\n\u{1A}") == [["a", "b"]])
    #expect(try records("").isEmpty)
  }

  @Test("names the line of a quote that is never closed, or stands where none may")
  func faults() {
    let open = #expect(throws: CSVError.self) { try records("a,b\n1,\"2\n3,4\n") }
    #expect(open?.line == 2)
    #expect(throws: CSVError.self) { try records("a\"b,c\n") }
    #expect(throws: CSVError.self) { try records("\"a\"\"\n") }
  }

  @Test("gives back what was quoted, however the bytes are cut into chunks")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("ab,\"\n희 \r")
    for _ in 0..<2000 {
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<3).map { _ in
          String(
            (0..<Int.random(in: 0...4, using: &random)).map { _ in
              alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            })
        }
      }
      let text = rows.map { row in
        row.map {
          "\""
            + $0.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        }.joined(separator: ",") + "\n"
      }.joined()
      #expect(try records(text, chunk: Int.random(in: 1...9, using: &random)) == rows)
    }
  }

  @Test("reads numbers exactly and refuses what is not one")
  func numbers() throws {
    var text: [UInt8]? = Array("0.1,-12,1e-7,x,,nan,1_0,99999999999999999999".utf8)
    var reader = CSVReader {
      defer { text = nil }
      return text
    }
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    #expect(record.number(0) == 0.1)
    #expect(record.integer(1) == -12)
    #expect(record.number(2) == 1e-7)
    for index in 3...6 { #expect(record.number(index) == nil && record.integer(index) == nil) }
    #expect(record.integer(7) == nil)
    #expect(record.isEmpty(4))
  }
}
