/// A fault of a CSV file, with its line.
public struct CSVError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let message: String

  /// `line N: message`.
  public var description: String { "line \(line): \(message)" }
}
