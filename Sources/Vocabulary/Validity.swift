/// When something holds: from a first day until an end that belongs to it or not.
///
/// Stored periods are half-open; a legal text often names its last day instead, so the flag of the
/// text is kept and `end` gives the half-open bound.
public struct Validity: Hashable, Sendable {
  /// The first day on which it holds; nil when it has always held.
  public let from: Day?
  /// The day the text names as its end; nil when it is open.
  public let until: Day?
  /// Whether it still holds on `until`.
  public let includesEnd: Bool

  /// Makes a period from the days that its text names.
  public init(from: Day?, until: Day? = nil, includesEnd: Bool = false) {
    self.from = from
    self.until = until
    self.includesEnd = includesEnd
  }

  /// The first day on which it no longer holds; nil when it is open.
  public var end: Day? {
    includesEnd ? until?.adding(days: 1) : until
  }

  /// Whether it holds on a day.
  public func contains(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let end, day >= end { return false }
    return true
  }
}
