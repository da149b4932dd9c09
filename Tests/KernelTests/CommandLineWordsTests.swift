import Kernel
import Testing

@Suite("The words of a line")
struct CommandLineWordsTests {
  @Test(
    "are parted by spaces and kept together by quotes",
    arguments: [
      ("trade measures  --as-of 2025-12-01", ["trade", "measures", "--as-of", "2025-12-01"]),
      ("query 'SELECT \"a\" FROM b'", ["query", "SELECT \"a\" FROM b"]),
      ("screen \"O'Brien \\\"X\\\"\"", ["screen", "O'Brien \"X\""]),
      ("a '' b", ["a", "", "b"]), ("", []), ("가나 '다 라'", ["가나", "다 라"]),
    ])
  func words(line: String, expected: [String]) throws {
    #expect(try commandLineWords(line) == expected)
  }

  @Test("a quote that is not closed is an error")
  func open() {
    #expect(throws: TowerError.self) { _ = try commandLineWords("query 'SELECT 1") }
  }
}
