import Kernel
import Store
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("An answer in a format")
struct AnswerFormatTests {
  private func render(_ format: OutputFormat, _ values: [[Value]], _ kind: Column.Kind = .text)
    -> String
  {
    let columns = (0..<(values.first?.count ?? 1)).map { Column("c\($0)", kind, doc: "A value.") }
    return format.render(CommandResult(columns: columns, rows: values))
  }

  @Test("writes each number by the shortest digits that read back as the same number")
  func numbers() {
    var random = SeededGenerator(seed: 11)
    var numbers: [Double] = [
      0, -0.0, 0.1 + 0.2, 1e-4, 9.999e-5, 123_456_789.123, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude,
      1e14, 1e15, 1e16, 99_999_999_999_999.9, 4_503_599_627_370_497.5, 0.001, 1234.5, -7, 1e22,
    ]
    for _ in 0..<20_000 {
      let any = Double(bitPattern: random.next())
      // The store keeps no number that is none.
      if !any.isNaN { numbers.append(any) }
      let scale = [1.0, 10, 100, 1000, 1e6, 1e7][Int.random(in: 0..<6, using: &random)]
      numbers.append(Double(Int64.random(in: -1 << 52...1 << 52, using: &random)) / scale)
      numbers.append(Double(Int64.random(in: -99_999...99_999, using: &random)) / scale)
    }
    let lines = render(.csv, numbers.map { [.real($0)] }).split(separator: "\n").dropFirst()
    let wrong = zip(lines, numbers).filter { String($0) != "\($1)" }
    #expect(lines.count == numbers.count && wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test("keeps whole numbers of any size")
  func integers() {
    let numbers: [Int64] = [0, -1, 10, .min, .max, 1_000_000]
    #expect(
      render(.ndjson, numbers.map { [.integer($0)] }, .integer)
        == numbers.map { "{\"c0\":\($0)}\n" }.joined())
  }

  @Test("as CSV gives every text back, whatever stands in it")
  func texts() throws {
    var random = SeededGenerator(seed: 5)
    let pieces = ["a", "\"", ",", "\n", "\r\n", "\u{FEFF}", "\u{1A}", " ", "희", "'", ""]
    let rows = (0..<500).map { _ in
      (0..<3).map { _ in
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }
        .joined()
      }
    }
    var bytes: [UInt8]? = Array(render(.csv, rows.map { $0.map(Value.text) }).utf8)
    var reader = CSVReader {
      defer { bytes = nil }; return bytes
    }
    var record = CSVRecord()
    var read: [[String]] = []
    while try reader.next(into: &record) {
      read.append((0..<record.count).map { record.text($0) ?? "" })
    }
    #expect(Array(read.dropFirst()) == rows)
  }

  @Test(
    "as JSON is valid for every text and number, and holds its rows, their count and their SHA-256")
  func json() throws {
    let rows: [[Value]] = [
      ["a\"b\\c\n\u{0}\u{1F}é", .real(.infinity)], [.blob([1, 171]), .real(2)], [.null, -5],
    ]
    let text = render(.json, rows)
    let connection = try Connection(path: ":memory:", mode: .readWrite)
    let read = try connection.first(
      """
      SELECT json_valid(?1), ?1 ->> '$.tables[0].row_count', ?1 ->> '$.tables[0].sha256',
        ?1 ->> '$.tables[0].rows[1].c0', ?1 -> '$.tables[0].rows[0].c1', ?1 ->> '$.cut'
      """, [.text(text)])
    #expect(
      read == [1, 3, .text(Digest.of(render(.ndjson, rows))), "01ab", "null", 0])
  }

  @Test(
    "as a table runs over where a later cell is wider than the first thousand, and cuts nothing")
  func wideCells() {
    let long = String(repeating: "x", count: 5000)
    let rows = (0..<1500).map { [Value.text($0 == 1400 ? long : "\($0)"), "end"] as [Value] }
    let lines = render(.table, rows).split(separator: "\n")
    #expect(lines.count == 1503)
    #expect(lines[2] == "0    end")
    #expect(lines[1402] == "\(long)  end")
    #expect(lines[1501] == "1499  end")
  }

  @Test("as a table does not grow by the width of one cell in every row")
  func onePage() {
    let long = String(repeating: "x", count: 100_000)
    let rows = (0..<900).map { [Value.text($0 == 0 ? long : "a"), "b"] as [Value] }
    #expect(render(.table, rows).utf8.count < 200_000)
  }

  @Test("as HTML is a page in which nothing of the data is markup")
  func html() {
    let page = render(.html, [["<script>&\"", .null]])
    #expect(page.contains("<td>&lt;script&gt;&amp;&quot;</td><td>-</td>"))
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
  }

  @Test(
    "of two thousand columns is written in every format of text",
    arguments: OutputFormat.allCases.filter { $0 != .xlsx })
  func wideTables(format: OutputFormat) {
    let row = (0..<2000).map { Value.integer($0) }
    #expect(render(format, [row], .integer).contains("1999"))
  }

  @Test("shows text of a store that is no UTF-8 with marks in place of what cannot be read")
  func brokenText() throws {
    let connection = try Connection(path: ":memory:", mode: .readWrite)
    let statement = try connection.prepare("SELECT CAST(x'61FF62' AS TEXT), CAST(x'C3' AS TEXT)")
    try statement.bind([])
    #expect(try statement.step())
    var row = CellRow()
    let values = row.with(statement) { $0.map(\.value) }
    #expect(values == ["a\u{FFFD}b", "\u{FFFD}"])
  }
}
