internal import Kernel

/// A word that belongs to the session itself and to no module.
struct SessionWord {
  /// The word.
  let name: String
  /// How it is used.
  let usage: String
  /// One sentence on what it does.
  let doc: String

  /// Every word, in the order of the help.
  static let all =
    SessionOptions.changeable.map {
      SessionWord(
        name: $0.name, usage: SessionOptions.usage($0), doc: "For this session: \($0.doc)")
    } + [
      SessionWord(name: "quit", usage: "quit", doc: "Leaves, as exit and ctrl-D do."),
      SessionWord(name: "exit", usage: "exit", doc: "Leaves, as quit and ctrl-D do."),
    ]

  /// What a session takes, for its help.
  static var explanation: String {
    let width = all.map(\.usage.count).max() ?? 0
    let words = all.map { word in
      "  \(word.usage)\(String(repeating: " ", count: width - word.usage.count))  \(word.doc)\n"
    }
    return """
      A session takes commands, statements in SQL that end in ';' (over the tables and functions
      of 'tables' and 'functions', read-only, over as many lines as they need), and these words:
      \(words.joined())\
      Tab completes; a line that begins with a space is not kept in the history; ctrl-C drops a line
      or stops what runs.

      """
  }
}
