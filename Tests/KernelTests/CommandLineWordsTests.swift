import Kernel
import TestSupport
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

@Suite("The places of words in a line")
struct PlacedCommandLineWordsTests {
  @Test("are those where the words begin, quotes included, counted in scalars")
  func places() throws {
    let words = try placedCommandLineWords("  a 'b c'  e\u{301}e \\ d")
    #expect(words.map(\.text) == ["a", "b c", "e\u{301}e", " d"])
    #expect(words.map(\.offset) == [2, 4, 11, 15])
  }

  @Test("the place of a quote that is not closed is that of the quote")
  func open() {
    let error = #expect(throws: UnclosedQuote.self) { _ = try placedCommandLineWords("a b\"\" 'd") }
    #expect(error?.quote == "'")
    #expect(error?.offset == 6)
  }

  @Test("of random lines lead to text that begins with the word or with its quote")
  func random() throws {
    var generator = SeededGenerator(seed: 11)
    let alphabet: [Character] = ["a", "b", " ", " ", "'", "\"", "\\", "한", "é"]
    for _ in 0..<5000 {
      let line = String((0..<12).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      guard let words = try? placedCommandLineWords(line) else {
        #expect(throws: TowerError.self) { try commandLineWords(line) }
        continue
      }
      let scalars = Array(line.unicodeScalars)
      #expect(try commandLineWords(line) == words.map(\.text))
      for word in words {
        let there = scalars[word.offset]
        #expect(word.text.unicodeScalars.first == there || ["'", "\"", "\\"].contains(there))
        #expect(word.offset == 0 || scalars[word.offset - 1] == " ")
      }
    }
  }
}
