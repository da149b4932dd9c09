/// Words of institutions in scripts other than Latin, with what they mean in English.
///
/// Lists print a body's name in its own language, in the language of the list, and in English; a word
/// that is translated and not transcribed can only be met by its meaning. Cyrillic and Greek by stems,
/// since their words bend. Names of people are never translated.
enum Glossary {
  /// The English words for a word; empty when it is not known.
  static func english(_ word: String, system: WritingSystem) -> [String] {
    switch system {
    case .greek: stem(word, greekStems)
    case .cyrillic:
      stem(String(word.map { $0 == "ё" ? "е" : $0 }), cyrillic)
    case .arabic, .hebrew: split(semiticWords[word])
    default: []
    }
  }

  private static let cyrillic = cyrillicStems.merging(cyrillicStateStems) { first, _ in first }

  /// The pieces of an unspaced word of which at least one is known, with its meaning.
  static func pieces(_ word: [UInt32], system: WritingSystem) -> [(
    letters: [UInt32], english: [String]
  )] {
    let table = system == .hangul ? hangulWords : hanWords
    var pieces: [(letters: [UInt32], english: [String])] = []
    var rest: [UInt32] = []
    var place = 0
    while place < word.count {
      var taken = 0
      for length in stride(from: min(6, word.count - place), through: 2, by: -1) {
        if let english = table[Array(word[place..<(place + length)])] {
          if !rest.isEmpty { pieces.append((rest, [])) }
          rest = []
          pieces.append((Array(word[place..<(place + length)]), split(english)))
          taken = length
          break
        }
      }
      if taken == 0 {
        rest.append(word[place])
        taken = 1
      }
      place += taken
    }
    if !rest.isEmpty { pieces.append((rest, [])) }
    return pieces
  }

  /// The English words that a line gives for a stem, as the words of listed names are read.
  private static func split(_ english: String?) -> [String] {
    english?.split(separator: "/").map { word in
      WordTables.abbreviations[String(word)] ?? String(word)
    } ?? []
  }

  /// The words for the longest stem that a word begins with; a stem with a dot is a whole word.
  private static func stem(_ word: String, _ stems: [String: String]) -> [String] {
    if let english = stems[word + "."] { return split(english) }
    var end = word.endIndex
    while word.distance(from: word.startIndex, to: end) >= shortestStem {
      if let english = stems[String(word[..<end])] { return split(english) }
      end = word.index(before: end)
    }
    return []
  }

  private static let shortestStem = 3

  /// Reads lines of `meaning/meaning: stem stem` to the meanings of each stem.
  static func stems(_ text: String) -> [String: String] {
    var table: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let sides = line.split(separator: ":")
      guard sides.count == 2 else { continue }
      for word in sides[1].split(separator: " ") where table[String(word)] == nil {
        table[String(word)] = String(sides[0])
      }
    }
    return table
  }

  /// The same for words of characters.
  static func scalars(_ text: String) -> [[UInt32]: String] {
    var result: [[UInt32]: String] = [:]
    for (word, english) in stems(text) { result[word.unicodeScalars.map(\.value)] = english }
    return result
  }
}
