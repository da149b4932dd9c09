/// A segment while its period is still being put together: with the line of the source of each row.
public struct PartSegment: Sendable {
  /// The rows.
  public let segment: Segment
  /// The line of each row, as many as there are rows; empty when they are not known.
  public let lines: [UInt32]
}
