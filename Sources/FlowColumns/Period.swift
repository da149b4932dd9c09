/// A year, or a month of a year, over which flows are summed.
///
/// Periods are ordered by year; a whole year stands before its months.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// `year * 16 + month`, with month zero for a whole year: how a segment writes it.
  public let code: UInt32

  /// A whole year, from 0 to 9999.
  public init(year: Int) {
    precondition((0...9999).contains(year))
    code = UInt32(year) << 4
  }

  /// A month of a year; January is 1.
  public init(year: Int, month: Int) {
    precondition((0...9999).contains(year) && (1...12).contains(month))
    code = UInt32(year) << 4 | UInt32(month)
  }

  /// Reads what a segment wrote; nil for anything that is no period.
  public init?(code: UInt32) {
    guard code >> 4 <= 9999, code & 15 <= 12 else { return nil }
    self.code = code
  }

  /// A code that is known to be one.
  init(uncheckedCode code: UInt32) { self.code = code }

  /// The year.
  public var year: Int { Int(code >> 4) }

  /// The month from 1 to 12; nil for a whole year.
  public var month: Int? { code & 15 == 0 ? nil : Int(code & 15) }

  /// `2023`, or `2023-05` for a month.
  public var description: String {
    guard let month else { return String(year) }
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  /// Orders by time; a whole year comes before its months.
  public static func < (first: Period, second: Period) -> Bool { first.code < second.code }
}
