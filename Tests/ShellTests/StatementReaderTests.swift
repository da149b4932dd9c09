import Store
import TestSupport
import Testing

@testable import Shell

@Suite("The reader of statements")
struct StatementReaderTests {
  private func statements(_ text: String) -> (finished: [String], rest: String) {
    var reader = StatementReader()
    let finished = text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { reader.take(String($0)) }
    return (finished, reader.dropRest())
  }

  @Test(
    "ends a statement at a ';' outside quotes and comments",
    arguments: [
      ("SELECT 1;", ["SELECT 1;"]), ("SELECT\n1\n;", ["SELECT\n1\n;"]),
      ("a; b;", ["a;", "b;"]), ("SELECT ';';", ["SELECT ';';"]),
      ("SELECT ''';';", ["SELECT ''';';"]),
      ("SELECT \"a;\", [b;], `c;`;", ["SELECT \"a;\", [b;], `c;`;"]),
      ("-- a;\nb;", ["b;"]), ("/* a;\n b; */ c;", ["/* a;\n b; */ c;"]), (";;", []), ("", []),
      ("가;\n나;", ["가;", "나;"]),
    ])
  func ends(text: String, expected: [String]) {
    let (finished, rest) = statements(text)
    #expect(finished == expected)
    #expect(rest.isEmpty)
  }

  @Test("keeps what has no end yet")
  func rest() {
    #expect(statements("SELECT 'a;\n").rest == "SELECT 'a;\n\n")
    #expect(statements("a; b").rest == "b\n")
  }

  @Test("loses and invents no code, for random text")
  func random() {
    var random = SeededGenerator(seed: 3)
    let pieces = ["'", "\"", "[", "]", "-", "--", "/*", "*/", ";", " ", "\n", "a", "가", "`"]
    var count = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...20, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let (finished, rest) = statements(text)
      count += finished.count
      for statement in finished {
        let code = SQLText(statement)
        #expect(!code.isOpen, "\(text.debugDescription)")
        #expect(code.code.count { $0 == UInt8(ascii: ";") } == 1, "\(text.debugDescription)")
      }
      #expect(
        StatementReaderTests.code(finished.joined() + rest)
          == StatementReaderTests.code(text + "\n"),
        "\(text.debugDescription)")
    }
    #expect(count > 1000)
  }

  // Semicolons with nothing before them are left out, and so are spaces.
  private static func code(_ text: String) -> [UInt8] {
    SQLText(text).code.filter { !SQLText.isSpace($0) && $0 != UInt8(ascii: ";") }
  }
}
