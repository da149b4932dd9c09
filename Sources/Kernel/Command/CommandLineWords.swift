/// A word of a line of text, with the place where it begins.
public struct CommandLineWord: Sendable, Hashable {
  /// The word without its quotes.
  public let text: String
  /// How many characters of Unicode (scalars) stand before it in the line.
  public let offset: Int
}

/// A quote of a line of text that is not closed.
public struct UnclosedQuote: Error, Sendable, Hashable {
  /// The quote.
  public let quote: Character
  /// How many characters of Unicode (scalars) stand before it in the line.
  public let offset: Int
}

/// The words of a line of text, as a shell would split it: spaces part words, quotes keep them.
///
/// Inside double quotes a backslash takes the next character as it is; inside single quotes nothing
/// is special. There are no variables and no patterns.
///
/// - Throws: `TowerError` for a quote that is not closed.
public func commandLineWords(_ line: String) throws -> [String] {
  do throws(UnclosedQuote) {
    return try placedCommandLineWords(line).map(\.text)
  } catch {
    throw TowerError(.usage, "the quote \(error.quote) is not closed: \(line)")
  }
}

/// The words of a line of text with their places, split as by `commandLineWords`.
///
/// - Throws: `UnclosedQuote` with the place of the quote.
public func placedCommandLineWords(_ line: String) throws(UnclosedQuote) -> [CommandLineWord] {
  var words: [CommandLineWord] = []
  var word: String?
  var start = 0
  var open: UnclosedQuote?
  var isEscaped = false
  var offset = 0
  for character in line {
    defer { offset += character.unicodeScalars.count }
    if isEscaped {
      word = (word ?? "") + String(character)
      isEscaped = false
      continue
    }
    let isSpace = open == nil && character.isWhitespace
    if word == nil, !isSpace { start = offset }
    if character == "\\", open?.quote != "'" {
      isEscaped = true
    } else if character == open?.quote {
      open = nil
    } else if open == nil, character == "\"" || character == "'" {
      open = UnclosedQuote(quote: character, offset: offset)
      word = word ?? ""
    } else if isSpace {
      if let finished = word { words.append(CommandLineWord(text: finished, offset: start)) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if let open { throw open }
  if let finished = word { words.append(CommandLineWord(text: finished, offset: start)) }
  return words
}
