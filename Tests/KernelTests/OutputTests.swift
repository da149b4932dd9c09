import Kernel
import Store
import Testing
import Vocabulary

@Suite("Writing an answer")
struct OutputTests {
  private let result = CommandResult(
    columns: [
      Column("name", .text, doc: "A name."), Column("value", .real, unit: "kUSD", doc: "A value."),
      Column("known", .flag, doc: "A flag."),
    ],
    rows: [
      [.text("희토류"), .real(1234.56789), .integer(1)], [.text("a,\"b\"\n|"), .null, .integer(0)],
    ], notes: ["a note"])

  @Test("as a table aligns Hangul by its width and puts units in the heading")
  func table() {
    #expect(
      OutputFormat.table.render(result) == """
        name     value [kUSD]  known
        -------  ------------  -----
        희토류        1234.57  yes
        a,"b" |             -  no
        (2 rows)

        """)
  }

  @Test(
    "as a table shows six significant digits, of very small and very large numbers too",
    arguments: [
      (0.0, "0"), (0.000365172, "0.000365172"), (2.4942443927154483e-08, "2.49424e-8"),
      (64_717_974.3, "64717974"), (-0.5, "-0.5"), (3.0e20, "3e20"),
    ] as [(Double, String)])
  func numbers(number: Double, shown: String) {
    let answer = CommandResult(
      columns: [Column("v", .real, doc: "A value.")], rows: [[.real(number)]])
    let line = OutputFormat.table.render(answer).split(separator: "\n")[2]
    #expect(line.drop { $0 == " " } == shown)
  }

  @Test(
    "as a table and as Markdown shows what would steer a terminal, or turn the line, as a mark",
    arguments: [OutputFormat.table, .markdown])
  func controls(format: OutputFormat) {
    let answer = CommandResult(
      columns: [Column("n", .text, doc: "A name.")],
      rows: [[.text("a\u{1B}[31mb\u{0}c\u{202E}d\te\r\nf")]])
    let output = format.render(answer)
    #expect(output.contains("a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d e"))
    #expect(output.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test("as CSV quotes what needs it and keeps every digit")
  func csv() {
    #expect(
      OutputFormat.csv.render(result)
        == "name,value,known\n희토류,1234.56789,1\n\"a,\"\"b\"\"\n|\",,0\n")
  }

  @Test("as NDJSON has one object a line, with flags as true and false and nulls kept")
  func lines() {
    #expect(
      OutputFormat.ndjson.render(result) == """
        {"name":"희토류","value":1234.56789,"known":true}
        {"name":"a,\\"b\\"\\n|","value":null,"known":false}

        """)
  }

  @Test("as Markdown escapes the bar")
  func markdown() {
    #expect(OutputFormat.markdown.render(result).contains("| a,\"b\" \\| | - | no |"))
  }
}
