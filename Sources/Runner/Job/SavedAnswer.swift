internal import Kernel

/// The file that a step's answer is written to.
enum SavedAnswer {
  private static let formats: [(ending: String, format: OutputFormat)] = [
    ("csv", .csv), ("json", .json), ("ndjson", .ndjson), ("md", .markdown), ("txt", .table),
  ]

  /// The endings of names that say a format.
  static var endings: [String] { formats.map(\.ending) }

  /// The format that the name of a file says; nil when it says none.
  static func format(of path: String) -> OutputFormat? {
    formats.first { path.hasSuffix("." + $0.ending) }?.format
  }

  /// Writes an answer whole: another program sees the file before or after it, and never half of it.
  ///
  /// - Throws: `TowerError` when the file cannot be written.
  static func write(_ result: CommandResult, to path: String) throws {
    guard let format = format(of: path) else { preconditionFailure("a checked name has a format") }
    try WrittenFile.write(format.render(result), to: path)
  }
}
