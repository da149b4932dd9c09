/// Why a text is not the value it should be.
///
/// The message says what was expected; `suggestions` holds the nearest valid writings, best first.
public struct VocabularyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong and what was expected, without a final full stop.
  public let message: String
  /// Valid writings near the one given; empty when nothing is near.
  public let suggestions: [String]

  /// Makes an error from its message and the nearest valid writings.
  public init(_ message: String, suggestions: [String] = []) {
    self.message = message
    self.suggestions = suggestions
  }

  /// The message, followed by the suggestions when there are any.
  public var description: String {
    guard !suggestions.isEmpty else { return message }
    return message + "; did you mean " + suggestions.joined(separator: " or ") + "?"
  }
}
