/// Why flows or the bytes of a segment are not what they should be.
public struct FlowFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what was expected.
  public let message: String
  /// The line of the source, from 1; zero when no line is at fault.
  public let line: UInt32

  /// Makes a fault.
  public init(_ message: String, line: UInt32 = 0) {
    self.message = message
    self.line = line
  }

  /// The message, after the line where there is one.
  public var description: String { line == 0 ? message : "line \(line): \(message)" }
}
