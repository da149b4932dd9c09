/// The words of a line of text, as a shell would split it: spaces part words, quotes keep them.
///
/// Inside double quotes a backslash takes the next character as it is; inside single quotes nothing
/// is special. There are no variables and no patterns.
///
/// - Throws: `TowerError` for a quote that is not closed.
public func commandLineWords(_ line: String) throws -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var isEscaped = false
  for character in line {
    if isEscaped {
      word = (word ?? "") + String(character)
      isEscaped = false
    } else if character == "\\", quote != "'" {
      isEscaped = true
    } else if character == quote {
      quote = nil
    } else if quote == nil, character == "\"" || character == "'" {
      quote = character
      word = word ?? ""
    } else if quote == nil, character.isWhitespace {
      if let finished = word { words.append(finished) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if let quote { throw TowerError(.usage, "the quote \(quote) is not closed: \(line)") }
  if let finished = word { words.append(finished) }
  return words
}
