/// An error for the person at the terminal: what happened, what to do, and the exit code.
public struct TowerError: Error, Sendable, CustomStringConvertible {
  /// The exit code that the run ends with.
  public let status: ExitStatus
  /// What happened.
  public let message: String
  /// What the reader can do about it, one line each.
  public let hints: [String]

  /// Makes an error from its exit code, message and hints.
  public init(_ status: ExitStatus, _ message: String, hints: [String] = []) {
    self.status = status
    self.message = message
    self.hints = hints
  }

  /// The message, with each hint on a line of its own.
  public var description: String {
    ([message] + hints.map { "  " + $0 }).joined(separator: "\n")
  }
}
