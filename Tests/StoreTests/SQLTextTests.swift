import CSQLite
import Store
import TestSupport
import Testing

@Suite("SQL as text")
struct SQLTextTests {
  @Test(
    "keeps the code, and blanks comments and what stands between quotes",
    arguments: [
      ("SELECT 'a;b' x", "SELECT '   ' x"), ("SELECT \"a b\"", "SELECT \"   \""),
      ("a [b;c] d", "a [   ] d"), ("a `b` c", "a ` ` c"), ("a - b / c * d", "a - b / c * d"),
      ("a -- b\nc", "a      c"), ("a /* b; */ c", "a          c"), ("'it''s;' x", "'  ''  ' x"),
      ("/*/ x */ y", "         y"), ("a--", "a  "), ("", ""),
    ])
  func code(sql: String, expected: String) {
    #expect(String(decoding: SQLText(sql).code, as: UTF8.self) == expected)
  }

  @Test(
    "says whether its end stands inside something",
    arguments: [
      ("SELECT 'a", true), ("SELECT 'a'", false), ("/* a", true), ("/* a *", true),
      ("/* a */", false), ("-- a", false), ("\"a''", true), ("[a", true),
    ])
  func open(sql: String, isOpen: Bool) {
    #expect(SQLText(sql).isOpen == isOpen)
  }

  @Test("gives the words of the code with their places, in bytes")
  func words() {
    let words = SQLText("SELECT 이름, 'x y', t.a1 FROM t -- end").words
    #expect(words.map(\.text) == ["SELECT", "이름", "t", "a1", "FROM", "t"])
    #expect(words.map(\.offset) == [0, 7, 22, 24, 27, 32])
  }

  @Test("agrees with SQLite on where a statement ends, for random text")
  func completeness() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "'", "\"", "`", "[", "]", "-", "--", "/", "*", "/*", "*/", ";", " ", "\n", "a", "x1", "가",
      "''",
    ]
    var complete = 0
    for _ in 0..<100_000 {
      let count = Int.random(in: 1...12, using: &random)
      let sql = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      let text = SQLText(sql)
      let endsStatement = text.code.last { !SQLText.isSpace($0) } == UInt8(ascii: ";")
      let expected = sqlite3_complete(sql) == 1
      // SQLite calls a `;` with nothing before it incomplete, and an open comment at the end too.
      complete += expected ? 1 : 0
      if expected { #expect(endsStatement && !text.isOpen, "\(sql.debugDescription)") }
      if endsStatement, !text.isOpen {
        let hasCode = text.code.contains { !SQLText.isSpace($0) && $0 != UInt8(ascii: ";") }
        if hasCode { #expect(expected, "\(sql.debugDescription)") }
      }
    }
    #expect(complete > 1000)
  }
}
