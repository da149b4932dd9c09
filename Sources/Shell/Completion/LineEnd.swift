internal import Kernel

/// The end of a command line that is being typed: the words before, and the one at the cursor.
struct LineEnd {
  /// The whole words before.
  let words: [String]
  /// The word at the cursor as it stands there, with its quote; empty behind a space.
  let raw: String
  /// The word without quotes.
  let text: String

  /// Splits a line up to the cursor.
  init(_ line: String) {
    var start = line.startIndex
    var quote: Character?
    var isEscaped = false
    for index in line.indices {
      let character = line[index]
      if isEscaped {
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      } else if quote == nil, character.isWhitespace {
        start = line.index(after: index)
      }
    }
    // Everything before the word is closed, and the word is closed here.
    let closed = String(line[start...]) + (isEscaped ? "\\" : "") + (quote.map(String.init) ?? "")
    raw = String(line[start...])
    words = (try? commandLineWords(String(line[..<start]))) ?? []
    text = (try? commandLineWords(closed))?.first ?? ""
  }
}
