/// One fault of a command line, with the word that it is about.
public struct CommandLineFault: Sendable, Hashable {
  /// The word, counted from 0; nil when a word is missing.
  public let word: Int?
  /// What is wrong and what was expected.
  public let message: String
  /// The file that cannot be read, when that is the fault: a command before may yet make it.
  public let missingFile: String?

  init(word: Int?, _ message: String, missingFile: String? = nil) {
    self.word = word
    self.message = message
    self.missingFile = missingFile
  }
}

extension TowerError {
  /// The faults of a command line as one error.
  init(_ faults: [CommandLineFault], hints: [String]) {
    self.init(.usage, faults.map(\.message).joined(separator: "\n"), hints: hints)
  }
}
