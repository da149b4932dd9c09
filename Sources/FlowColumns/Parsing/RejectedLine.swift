/// A record of a source that is no flow, kept with the reason.
public struct RejectedLine: Sendable, Hashable {
  /// The line on which it begins, from 1.
  public let line: UInt32
  /// Why it is not taken.
  public let reason: String
  /// The record.
  public let content: String
}
