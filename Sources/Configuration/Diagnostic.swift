internal import Vocabulary

/// One fault of a file: where, what, and what would be right.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it is.
  public let mark: Mark
  /// What is wrong and what was expected.
  public let message: String
  /// The nearest valid names.
  public let suggestions: [String]
  /// The values that are allowed; empty when they cannot be listed.
  public let allowed: [String]
  /// The line of the file; nil when the file cannot be read.
  public let sourceLine: String?

  /// Makes a diagnostic.
  public init(
    _ mark: Mark, _ message: String, suggestions: [String] = [], allowed: [String] = [],
    sourceLine: String? = nil
  ) {
    self.mark = mark
    self.message = message
    self.suggestions = suggestions
    self.allowed = allowed
    self.sourceLine = sourceLine
  }

  /// The message with the nearest valid names and the allowed values.
  public var summary: String {
    var text = message
    if !suggestions.isEmpty { text += "; did you mean \(suggestions.joined(separator: " or "))?" }
    if !allowed.isEmpty { text += " (allowed: \(allowed.joined(separator: ", ")))" }
    return text
  }

  /// `file:line:column: message`, then the line with a caret under the place.
  public var description: String {
    let text = "\(mark.file):\(mark.line):\(mark.column): \(summary)"
    guard let sourceLine else { return text }
    // Tabs stay tabs, so that the caret stands under its character in any terminal.
    let before = sourceLine.prefix(mark.column - 1)
    let indent = before.map {
      $0 == "\t" ? "\t" : String(repeating: " ", count: displayWidth(String($0)))
    }
    return text + "\n  " + sourceLine + "\n  " + indent.joined() + "^"
  }
}

/// Every fault of a configuration, in the order of its places.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The faults.
  public let diagnostics: [Diagnostic]

  /// Makes an error from its faults.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.sorted { $0.mark < $1.mark }
  }

  /// One fault after the other.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
