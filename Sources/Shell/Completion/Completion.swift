/// How a line can go on: what the word before the cursor can become.
struct Completion: Equatable {
  /// The word as it stands before the cursor, with its opening quote.
  let word: String
  /// What it can become, in alphabetical order, without quotes.
  let candidates: [String]
  /// What follows a word that is whole: a space, or nothing where the word goes on.
  var ending = " "

  /// No way to go on.
  static func none(_ word: String) -> Completion { Completion(word: word, candidates: []) }

  /// What the line can take in place of the word without a choice: the whole of the only candidate,
  /// or what all of them begin with; nil when that adds nothing.
  var replacement: String? {
    guard let first = candidates.first else { return nil }
    guard candidates.count > 1 else { return Completion.quoted(first) + ending }
    let shared = candidates.dropFirst().reduce(Substring(first)) { shared, name in
      let length = zip(shared, name).prefix { $0.lowercased() == $1.lowercased() }.count
      return shared.prefix(length)
    }
    // The quote that the person opened stays; a new one is needed where what is shared has a space.
    let isOpen = word.hasPrefix("\"") || word.hasPrefix("'")
    let needsOne = isOpen || Completion.needsQuotes(String(shared))
    let opened = needsOne ? "\"" + shared : String(shared)
    return opened.count > word.count ? opened : nil
  }

  private static func quoted(_ name: String) -> String {
    guard needsQuotes(name) else { return name }
    return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func needsQuotes(_ name: String) -> Bool {
    name.contains { $0.isWhitespace || $0 == "'" || $0 == "\"" || $0 == "\\" }
  }
}
