internal import Vocabulary

/// One fault of a file: where, what, and what would be right.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it is.
  public let mark: Mark
  /// What is wrong and what was expected, on one line.
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
    self.message = Diagnostic.printable(message)
    self.suggestions = suggestions
    self.allowed = allowed
    self.sourceLine = sourceLine
  }

  init(
    _ place: Place, _ message: String, suggestions: [String] = [], allowed: [String] = []
  ) {
    self.init(
      place.mark, message, suggestions: suggestions, allowed: allowed,
      sourceLine: place.sourceLine)
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
    let text = "\(mark): \(summary)"
    guard let sourceLine, !sourceLine.isEmpty else { return text }
    let excerpt = Excerpt(of: sourceLine, around: mark.column)
    return text + "\n  " + excerpt.line + "\n  " + excerpt.caret
  }

  /// Keeps a quoted value from breaking the line or steering the terminal.
  private static func printable(_ message: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in message.unicodeScalars.prefix(maximumLength) {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars) + (message.unicodeScalars.count > maximumLength ? "…" : "")
  }

  private static let maximumLength = 500
}

/// Every fault of a configuration, in the order of its places.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The faults.
  public let diagnostics: [Diagnostic]

  /// Makes an error from its faults.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.sorted { ($0.mark, $0.message) < ($1.mark, $1.message) }
  }

  /// One fault after the other.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
