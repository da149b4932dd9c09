public import Vocabulary

/// A moment in Coordinated Universal Time, to the second.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let secondsSinceEpoch: Int64

  /// Makes an instant from its distance to 1970-01-01T00:00:00Z in seconds.
  public init(secondsSinceEpoch: Int64) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// Reads `YYYY-MM-DDThh:mm:ssZ`.
  ///
  /// - Throws: `VocabularyError` when the text has another form.
  public init(_ text: String) throws(VocabularyError) {
    let wrongForm = VocabularyError(
      "'\(text)' is not a moment; write YYYY-MM-DDThh:mm:ssZ, for example 2026-11-24T09:00:00Z")
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasSuffix("Z") else { throw wrongForm }
    let day = try Day(parts[0])
    let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { $0.count == 2 ? Int64($0) : nil }
    guard clock.count == 3, numbers.count == 3, (0..<24).contains(numbers[0]),
      (0..<60).contains(numbers[1]), (0..<60).contains(numbers[2])
    else { throw wrongForm }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    secondsSinceEpoch = Int64(day.daysSinceEpoch) * 86_400 + seconds
  }

  /// The calendar day at an offset from Coordinated Universal Time, in hours.
  public func day(utcOffsetHours: Int = 0) -> Day {
    let shifted = secondsSinceEpoch + Int64(utcOffsetHours) * 3600
    return Day(daysSinceEpoch: Int32((Double(shifted) / 86_400).rounded(.down)))
  }

  /// `YYYY-MM-DDThh:mm:ssZ`.
  public var description: String {
    let today = day()
    let seconds = secondsSinceEpoch - Int64(today.daysSinceEpoch) * 86_400
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    let clock = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(today)T\(clock)Z"
  }

  /// Whether the first instant is earlier.
  public static func < (first: Instant, second: Instant) -> Bool {
    first.secondsSinceEpoch < second.secondsSinceEpoch
  }
}
