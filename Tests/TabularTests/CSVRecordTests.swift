import Tabular
import TestSupport
import Testing

private func record(_ bytes: [UInt8]) throws -> CSVRecord {
  var text: [UInt8]? = bytes
  var reader = CSVReader {
    defer { text = nil }
    return text
  }
  var record = CSVRecord()
  #expect(try reader.next(into: &record))
  return record
}

@Suite("Fields of a record")
struct CSVRecordTests {
  @Test("are read as numbers exactly, and refused where they are none")
  func numbers() throws {
    let record = try record(
      Array("0.1,-12,1e-7,x,,nan,1_0,0x10, 1,-,.,1e999,99999999999999999999".utf8))
    #expect(record.number(0) == 0.1)
    #expect(record.integer(1) == -12)
    #expect(record.number(1) == -12)
    #expect(record.number(2) == 1e-7)
    for index in 3...11 {
      #expect(record.number(index) == nil && record.integer(index) == nil, "field \(index)")
    }
    #expect(record.integer(12) == nil)
    #expect(record.number(12) == 1e20)
    #expect(record.isEmpty(4))
  }

  @Test("equal the standard library's numbers to the last bit")
  func correctlyRounded() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let whole = UInt64.random(
        in: 0..<(1 << UInt64.random(in: 1...60, using: &random)), using: &random)
      let fraction = UInt64.random(in: 0...999_999, using: &random)
      let text =
        Bool.random(using: &random)
        ? "\(whole).\(fraction)" : String(Double(bitPattern: random.next()))
      let field = try record(Array("-\(text)\n".utf8))
      let expected = Double("-" + text)
      #expect(field.number(0) == (expected?.isFinite == true ? expected : nil), "\(text)")
    }
  }

  @Test("are no text when they are not UTF-8, and still stand in the account of the record")
  func notText() throws {
    let record = try record([0x61, 0xFF, 0x2C, 0x22, 0x78, 0x2C, 0x22])
    #expect(record.text(0) == nil)
    #expect(record.text(1) == "x,")
    #expect(record.content == "a\u{FFFD},\"x,\"")
  }
}
