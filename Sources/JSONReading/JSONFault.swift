/// A fault of a JSON text, with its place.
public struct JSONFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The byte within the line, from 1.
  public let column: Int
  /// What is wrong.
  public let message: String

  /// `LINE:COLUMN: message`.
  public var description: String { "\(line):\(column): \(message)" }
}
