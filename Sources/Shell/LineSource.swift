/// What a source of lines gives when it is asked.
enum LineReading: Sendable, Hashable {
  /// A line without its line feed.
  case line(String)
  /// The person took back what was typed, the earlier lines of the statement included.
  case dropped
  /// There are no more lines.
  case end
}

/// Where the lines of a session come from: a person at a terminal, a pipe, or a list.
protocol LineSource: AnyObject {
  /// Whether a person types the lines: a fault then does not end the session.
  var isInteractive: Bool { get }

  /// The next line.
  ///
  /// - Parameters:
  ///   - prompt: what asks for it, where a person is asked.
  ///   - completer: knows how the line can go on.
  ///   - earlier: the lines of the statement that the line continues.
  /// - Throws: `TowerError` for a line that is not text.
  func next(prompt: String, completer: Completer, earlier: String) throws -> LineReading

  /// Keeps an entry, a command or a whole statement, for the person to come back to.
  func remember(_ entry: String)
}
