import Tabular
import TestSupport
import Testing

/// What a reader makes of bytes that arrive in chunks of one size: its records, and its error.
private struct Reading: Equatable {
  var records: [[String]] = []
  var lines: [Int] = []
  var error: CSVError?

  init(_ bytes: some Collection<UInt8>, chunk: Int = 7) {
    var rest = Array(bytes)[...]
    var reader = CSVReader {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(chunk) }
      return Array(rest.prefix(chunk))
    }
    var record = CSVRecord()
    do {
      while try reader.next(into: &record) {
        records.append((0..<record.count).map { record.text($0) ?? "?" })
        lines.append(record.line)
      }
    } catch {
      self.error = error as? CSVError
    }
  }
}

private func records(_ text: String, chunk: Int = 7) throws -> [[String]] {
  let reading = Reading(text.utf8, chunk: chunk)
  if let error = reading.error { throw error }
  return reading.records
}

@Suite("Reading comma-separated values")
struct CSVReaderTests {
  @Test(
    "says of a record whether the file ends within it",
    arguments: [
      ("a,b\n", false), ("a,b", true), ("a,\"b\"", true), ("a,\"b\"\r\n", false), ("a,", true),
    ])
  func open(text: String, isOpen: Bool) throws {
    var chunks = text.utf8.map { [$0] }[...]
    var reader = CSVReader { chunks.popFirst() }
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    #expect(record.isOpen == isOpen)
  }

  @Test("takes quotes, line breaks in quotes, CR LF, a byte-order mark and a 0x1A at the end")
  func forms() throws {
    #expect(try records("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(try records("\u{FEFF}a,b\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
    #expect(try records("\u{FEFF}\"a\",\"b\"\r\n\"1\",\"\"\r\n") == [["a", "b"], ["1", ""]])
    #expect(try records("\"x, \"\"y\"\"\nz\",2") == [["x, \"y\"\nz", "2"]])
    #expect(try records("a,,\n\n\r\n,b,\n") == [["a", "", ""], ["", "b", ""]])
    #expect(try records("a,b\n\u{1A}") == [["a", "b"]])
    #expect(try records("a,b\r\n\u{1A}\r\n") == [["a", "b"]])
    #expect(try records("").isEmpty)
  }

  @Test("keeps a return that ends no line, and a wide letter that begins like a byte-order mark")
  func nothingLost() throws {
    #expect(try records("a\rb,c\n") == [["a\rb", "c"]])
    #expect(try records("Ａ,b\n", chunk: 1) == [["Ａ", "b"]])
  }

  @Test("names the line of a zero byte, wherever the chunks end", arguments: 1...9)
  func zeroBytes(chunk: Int) {
    let error = Reading("a,b\n1,\"2\n3\"\n4,\u{0}\n".utf8, chunk: chunk).error
    #expect(error?.line == 4)
    #expect(error?.message.contains("a zero byte stands here") == true)
    #expect(Reading("a\u{0},\u{0}\u{0}".utf8, chunk: chunk).error?.line == 1)
  }

  @Test("names the line of a quote that is never closed, or stands where none may")
  func faults() {
    #expect(Reading("a,b\n1,\"2\n3,4\n".utf8).error?.line == 2)
    #expect(Reading("a,b\n\"1\n\",2\n\"x\" y,4\n".utf8).error?.line == 4)
    for text in ["a\"b,c\n", "\"a\"\"\n", "\"a\" \n", "\"a\"\r,b\n", "\u{1A}\na,b\n"] {
      #expect(Reading(text.utf8).error != nil, "\(text)")
    }
  }

  @Test("gives up a record of more than 4 MB, quoted or not, and says where it began")
  func longRecord() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 23)
    for start in ["a\n\"", "a\n"] {
      let error = Reading(Array(start.utf8) + long, chunk: 1 << 16).error
      #expect(error?.line == 2)
      #expect(error?.message.contains("4 MB") == true)
    }
  }

  @Test("makes the same of any bytes however they are cut into chunks, and never stops the program")
  func fuzz() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("a,,\"\"\n\r".utf8) + [0xEF, 0xBB, 0xBF, 0x1A]
    for _ in 0..<4000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let whole = Reading(bytes, chunk: 64)
      for chunk in [1, 2, 5] { #expect(Reading(bytes, chunk: chunk) == whole, "\(bytes)") }
    }
  }

  @Test("gives back what was written, and records begin on the lines where they were written")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("ab,\"\n희 \r\u{FEFF}\u{1A}Ａ").map(String.init)
    for _ in 0..<2000 {
      let width = Int.random(in: 1...3, using: &random)
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
          }.joined()
        }
      }
      let lines = rows.map(CSVWriter.line)
      let reading = Reading(lines.joined().utf8, chunk: Int.random(in: 1...9, using: &random))
      #expect(reading.records == rows)
      let breaks = lines.map { $0.utf8.count { $0 == 0x0A } }
      #expect(reading.lines == rows.indices.map { breaks[..<$0].reduce(1, +) })
    }
  }

  @Test(
    "reads every CSV file beside the project, all records as wide as the first",
    .enabled(if: SharedData.has("data")),
    arguments: [
      ("data/flows/baci_hs92_raw_materials_1995_2024.csv.gz", 1_264_889),
      ("data/flows/baci_country_codes.csv", 239),
      ("data/production/world_mining_data_2018_2024_long.csv", 14_134),
      ("data/production/wmd_hs_code_map.csv", 66),
      ("data/lists/ofac_sdn_2022.csv.gz", 11_567),
    ])
  func realFiles(name: String, count: Int) throws {
    var reader = CSVReader(source: SharedData.chunks(name))
    var record = CSVRecord()
    var records = 0
    var widths: Set<Int> = []
    while try reader.next(into: &record) {
      records += 1
      widths.insert(record.count)
    }
    #expect(records == count)
    #expect(widths.count == 1)
  }
}
