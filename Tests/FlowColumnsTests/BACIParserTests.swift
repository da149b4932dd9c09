import Tabular
import TestSupport
import Testing

@testable import FlowColumns

private let known: Set<UInt16> = [4, 56, 410, 490, 699, 842]

/// What came of a file.
private struct Parsed: Equatable {
  var flows: [Flow] = []
  var rejects: [RejectedLine] = []
  var fault: FlowFault?
}

private func parse(_ bytes: [UInt8], chunk: Int, threads: Int = 1) -> Parsed {
  var parser = BACIParser(countries: known, threads: threads)
  var parsed = Parsed()
  do {
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try bytes[start..<min(start + chunk, bytes.count)].withUnsafeBufferPointer {
        try parser.feed($0) { parsed.flows += $0.joined() }
      }
    }
    try parser.finish { parsed.flows += $0.joined() }
  } catch {
    parsed.fault = error as? FlowFault
  }
  parsed.rejects = parser.takeRejects()
  return parsed
}

private func parse(_ text: String, chunk: Int = 1 << 20) -> Parsed {
  parse(Array(text.utf8), chunk: chunk)
}

/// The same by the reader of CSV alone.
private func parseSlowly(_ bytes: [UInt8]) -> Parsed {
  var rest: [UInt8]? = bytes
  var reader = CSVReader {
    defer { rest = nil }
    return rest
  }
  var record = CSVRecord()
  var parsed = Parsed()
  let isKnown = (0...65535).map { known.contains(UInt16($0)) }
  do {
    guard try reader.next(into: &record) else { throw FlowFault("the file is empty", line: 1) }
    while try reader.next(into: &record) {
      let line = UInt32(record.line)
      do throws(BACIRecord.Refusal) {
        let flow = try isKnown.withUnsafeBufferPointer { known throws(BACIRecord.Refusal) in
          try BACIRecord.flow(record, line: line, isKnown: known.baseAddress.unsafelyUnwrapped)
        }
        parsed.flows.append(flow)
      } catch {
        guard !record.isOpen else {
          throw FlowFault("the file is cut off here: \(error.reason)", line: line)
        }
        parsed.rejects.append(
          RejectedLine(line: line, reason: error.reason, content: record.content))
      }
    }
  } catch let error as CSVError {
    parsed.fault = FlowFault(error.message, line: UInt32(error.line))
  } catch {
    parsed.fault = error as? FlowFault
  }
  return parsed
}

@Suite("Parsing BACI")
struct BACIParserTests {
  @Test(
    "takes CR LF, lost zeros, quotes, a byte-order mark, blank lines and a last line without end")
  func writings() throws {
    let parsed = parse(
      "\u{FEFF}\"t\",i,j,k,v,q\r\n\r\n2023,699,410,10111,1.5,0\r\n2023,490,410,010111,.25,7.\n"
        + "\"2023\",\"56\",410,280530,\"3\",\"1e3\"\n\n2022,842,4,280530,0,0.001")
    #expect(parsed.fault == nil && parsed.rejects.isEmpty)
    #expect(parsed.flows.map(\.line) == [3, 4, 5, 7])
    #expect(parsed.flows.map(\.period.year) == [2023, 2023, 2023, 2022])
    #expect(parsed.flows.map(\.product) == [10111, 10111, 280530, 280530])
    #expect(parsed.flows.map(\.exporter) == [699, 490, 56, 842])
    #expect(parsed.flows.map(\.importer) == [410, 410, 410, 4])
    #expect(parsed.flows.map(\.value) == [1.5, 0.25, 3, 0])
    #expect(parsed.flows.map(\.quantity) == [0, 7, 1000, 0.001])
  }

  @Test(
    "keeps an unknown quantity apart from zero",
    arguments: ["", "NA", " NA", "           NA", " ", "NA ", "\"\"", "\"NA\""])
  func unknown(writing: String) {
    let parsed = parse("t,i,j,k,v,q\n2023,699,410,280530,1.5,\(writing)\n")
    #expect(parsed.rejects.isEmpty && parsed.fault == nil)
    #expect(parsed.flows.map(\.quantity) == [nil])
  }

  @Test(
    "takes numbers with spaces around them, as BACI aligns them",
    arguments: ["1.5,      12.5", "     1.5,12.5", "1.5  ,   12.5  ", "  1.5 , 1.25e1 "])
  func spaces(writing: String) {
    let parsed = parse("t,i,j,k,v,q\n2023,699,410,280530,\(writing)\n")
    #expect(parsed.rejects.isEmpty)
    #expect(parsed.flows.map(\.value) == [1.5])
    #expect(parsed.flows.map(\.quantity) == [12.5])
  }

  @Test(
    "refuses a record with its line and reason",
    arguments: [
      ("1961,56,410,280530,1,1", "t is not a year"), ("x,56,410,280530,1,1", "t is not a year"),
      ("02023,1,410,280530,1,1", "i is not a country code of BACI"),
      ("2023,999,410,280530,1,1", "i is not a country code of BACI"),
      ("2023,65592,410,280530,1,1", "i is not a country code of BACI"),
      ("2023,56,70000,280530,1,1", "j is not a country code of BACI"),
      ("2023,56,,280530,1,1", "j is not a country code of BACI"),
      ("2023,410,410,280530,1,1", "i and j are the same country"),
      ("2023,56,410,0,1,1", "k is not a product of six digits"),
      ("2023,56,410,1000000,1,1", "k is not a product of six digits"),
      ("2023,56,410,280530,1x,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530,,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530,-1,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530,nan,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530,1e-101,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530,1e101,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530,1.2.3,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530,1,-1", "q is not a quantity in tonnes"),
      ("2023,56,410,280530,1,inf", "q is not a quantity in tonnes"),
      ("2023,56,410,280530,1,0x10", "q is not a quantity in tonnes"),
      ("2023,56,410,280530,1,3 5", "q is not a quantity in tonnes"),
      ("2023,56,410,280530,1,N A", "q is not a quantity in tonnes"),
      ("2023,56,410,280530,1 5,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530, ,1", "v is not a value in thousand dollars"),
      ("2023,56,410,280530,1", "6 fields expected, 5 found"),
      ("2023,56,410,280530,1,1,1", "6 fields expected, 7 found"),
    ])
  func refusals(row: String, reason: String) {
    let parsed = parse(
      "t,i,j,k,v,q\n2023,56,410,280530,1,1\n\(row)\n2023,56,4,280530,1,1\n")
    #expect(parsed.rejects == [RejectedLine(line: 3, reason: reason, content: row)])
    #expect(parsed.flows.map(\.line) == [2, 4])
  }

  @Test(
    "says that a file is cut off whose last line has no end and is no flow",
    arguments: ["2023,56,410,2805", "2023,56,410,280530,1.", "2023,5", "2"])
  func cutOff(rest: String) {
    let text = "t,i,j,k,v,q\n2023,56,410,280530,1,1\n"
    let parsed = parse(text + rest)
    #expect(parsed.fault?.line == 3)
    #expect(parsed.fault?.message.hasPrefix("the file is cut off here: ") == true)
    #expect(parse(text + rest + "\n").fault == nil)
  }

  @Test("refuses another header, an empty file, and bytes behind the end of an old text file")
  func faults() {
    #expect(
      parse("t,i,j,k,v\n2023,56,410,280530,1\n").fault
        == FlowFault("the header is 't,i,j,k,v'; expected 't,i,j,k,v,q'", line: 1))
    #expect(parse("").fault == FlowFault("the file is empty", line: 1))
    #expect(parse("\n\n").fault == FlowFault("the file is empty", line: 1))
    let ended = parse("t,i,j,k,v,q\n2023,56,410,280530,1,1\n\u{1A}\n")
    #expect(ended.fault == nil && ended.flows.count == 1)
    let unended = parse("t,i,j,k,v,q\n\u{1A}\n2023,56,410,280530,1,1\n")
    #expect(
      unended.fault == FlowFault("an end-of-file byte stands before the end", line: 2))
  }

  @Test("reads numbers of any length as the standard library does")
  func numbers() throws {
    var random = SeededGenerator(seed: 31)
    var text = "t,i,j,k,v,q\n"
    var expected: [Double] = []
    for _ in 0..<2000 {
      let whole = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
      let fraction = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
      let number = whole + "." + fraction
      expected.append(try #require(Double(whole.isEmpty ? "0" + number : number)))
      text += "2023,56,410,280530,\(number),\(number)\n"
    }
    let parsed = parse(text)
    #expect(parsed.flows.map(\.value) == expected)
    #expect(parsed.flows.map { $0.quantity ?? -1 } == expected)
  }

  @Test("gives the same on two threads and in any chunks as the reader of CSV, row for row")
  func sameAsReader() {
    var random = SeededGenerator(seed: 32)
    for round in 0..<300 {
      let bytes = messyFile(round < 10 ? 400 : 30, &random)
      let expected = parseSlowly(bytes)
      for chunk in [1 << 20, 7, Int.random(in: 1...90, using: &random)] {
        let found = parse(bytes, chunk: chunk)
        #expect(found == expected, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test("takes any bytes behind the header without a crash, as the reader of CSV does")
  func randomBytes() {
    var random = SeededGenerator(seed: 34)
    for _ in 0..<400 {
      let letters: [UInt8] = Array("0123456789,,,,,,..NA\n\n\r\" \u{1A}".utf8) + [0xEF, 0xFF]
      let bytes =
        Array("t,i,j,k,v,q\n".utf8)
        + (0..<Int.random(in: 0...200, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? 0
        }
      let expected = parseSlowly(bytes)
      #expect(parse(bytes, chunk: Int.random(in: 1...60, using: &random)) == expected, "\(bytes)")
    }
  }

  @Test(
    "a zero byte is a fault of its line, in whatever chunks it comes", arguments: [1, 5, 14, 90])
  func zeroByte(chunk: Int) {
    let text = "t,i,j,k,v,q\n2023,56,410,280530,1,1\n2023,56,410,28"
    #expect(parse(Array(text.utf8) + [0] + Array("0530,1,1\n".utf8), chunk: chunk).fault?.line == 3)
  }

  @Test("passes over blank lines before the header and between rows, and counts them")
  func blankLines() {
    let blank = [String](repeating: "\n", count: 700) + [String](repeating: "\r\n", count: 700)
    let some = blank.joined()
    let parsed = parse(some + "t,i,j,k,v,q\n" + some + "2023,56,410,280530,1,1\n" + some)
    #expect(parsed.fault == nil && parsed.rejects.isEmpty)
    #expect(parsed.flows.map(\.line) == [2802])
    #expect(parse(some).fault?.message == "the file is empty")
  }

  @Test("gives the same on two threads as on one where quoted fields hold ends of lines")
  func quotedOnThreads() {
    var random = SeededGenerator(seed: 35)
    var bytes = Array("t,i,j,k,v,q\n".utf8)
    for row in 0..<30_000 {
      bytes += messyRow(&random, worst: 0) + [0x0A]
      if row % 7000 == 6999 { bytes += Array("2023,\"5\n2023,6\",410,280530,1,1\n".utf8) }
    }
    let one = parse(bytes, chunk: 1 << 20)
    #expect(one.rejects.map(\.line).count > 4)
    #expect(parse(bytes, chunk: 1 << 20, threads: 2) == one)
    #expect(parse(bytes, chunk: 300_000, threads: 3) == one)
  }

  @Test("gives the same on two threads as on one, line numbers and refusals too")
  func threads() {
    var random = SeededGenerator(seed: 33)
    var bytes = Array("t,i,j,k,v,q\n".utf8)
    for _ in 0..<30_000 { bytes += messyRow(&random, worst: 3) + [0x0A] }
    let one = parse(bytes, chunk: 1 << 20)
    #expect(one.flows.count > 20_000 && !one.rejects.isEmpty)
    #expect(parse(bytes, chunk: 1 << 20, threads: 2) == one)
    #expect(parse(bytes, chunk: 300_000, threads: 3) == one)
  }

  /// A file of mostly good rows, some of which are altered somewhere.
  private func messyFile(_ rows: Int, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array("t,i,j,k,v,q\n".utf8)
    for _ in 0..<rows {
      bytes += messyRow(&random, worst: 20)
      bytes += Bool.random(using: &random) ? [0x0A] : [0x0D, 0x0A]
    }
    if Bool.random(using: &random) { bytes.removeLast() }
    return bytes
  }

  private func messyRow(_ random: inout SeededGenerator, worst: Int) -> [UInt8] {
    let countries = ["4", "56", "410", "490", "699", "842"]
    let value = ["1", "0.5", "12.345", "1234567.891", "1e3"].randomElement(using: &random) ?? "1"
    let quantity = ["", "NA", "  3.5", "12", "0.001"].randomElement(using: &random) ?? ""
    var row = Array(
      [
        "2023", countries.randomElement(using: &random) ?? "4",
        countries.randomElement(using: &random) ?? "4", "280530", value, quantity,
      ].joined(separator: ",").utf8)
    guard Int.random(in: 0..<40, using: &random) < worst / 3 else { return row }
    // Without quotes and ends of files where two threads share the work.
    let letters = Array(worst > 3 ? "\"\",\n\r \u{1A}x-+.eN0".utf8 : ",\n\r x-+.eN0".utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<row.count, using: &random)
      row[place] = letters.randomElement(using: &random) ?? 0
    }
    return row
  }
}
