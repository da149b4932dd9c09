import Configuration
import Testing

@Suite("A fault as it is printed")
struct DiagnosticTests {
  @Test("shows file, line, column, message, nearest names, allowed names, the line and a caret")
  func whole() throws {
    let found = try #require(Fixtures.faults("agency: a\nlimits: {strct: true}").first)
    #expect(
      found.description == """
        t.yaml:2:10: unknown key 'strct'; did you mean strict? (allowed: strict, rows)
          limits: {strct: true}
                   ^
        """)
  }

  @Test(
    "has its caret under the fault, whatever stands before it",
    arguments: [
      ("title: {en: x, ko: 통상, xx: y}", "                         ^"),
      ("title: {en: x, ko: \u{1112}\u{1161}\u{11AB}, xx: y}", "                       ^"),
      ("title: {en: x, ko: e\u{301}, xx: y}", "                      ^"),
      ("title: {\ten: x, ko: 通, xx: y}", "        \t               ^"),
    ])
  func caret(line: String, caret: String) throws {
    let found = try #require(Fixtures.faults("agency: a\n" + line).first)
    #expect(found.message == "unknown key 'xx'")
    #expect(found.description.split(separator: "\n").last == Substring("  " + caret))
  }

  @Test("shows the line also when a mapping follows on the next ones")
  func keyOfMapping() throws {
    let found = try #require(Fixtures.faults("agency: a\nlimit:\n  strict: true\n").first)
    #expect(found.sourceLine == "limit:")
  }

  @Test("cuts a very long line around the fault")
  func longLine() throws {
    let names = (0..<5000).map { "n\($0)" }.joined(separator: ", ")
    let found = try #require(Fixtures.faults("names: [\(names), [x]]\nagency: a").first)
    let lines = found.description.split(separator: "\n")
    #expect(lines[1].count < 130)
    #expect(lines[1].hasPrefix("  …"))
    let position = lines[2].count - 1
    #expect(lines[1].dropFirst(position).hasPrefix("[x]"))
  }

  @Test("is one line of plain characters, whatever the value holds")
  func controlCharacters() throws {
    let found = try #require(Fixtures.faults("agency: a\nmode: \"\\e[31m\\nred\"").first)
    #expect(found.message == "' [31m red' is not allowed here")
  }

  @Test("comes in the order of files, lines and columns")
  func order() {
    let marks = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 2)]
    let error = ConfigurationError(
      diagnostics: marks.map { Diagnostic(Mark(file: $0.0, line: $0.1, column: $0.2), "x") })
    #expect(error.diagnostics.map(\.mark.description) == ["a:1:2", "a:1:9", "a:2:1", "b:1:1"])
    #expect(error.description == "a:1:2: x\na:1:9: x\na:2:1: x\nb:1:1: x")
  }
}
