/// A calendar month, as monthly statistics are dated.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of the year 0.
  public let number: Int

  /// Makes a month from its distance to January of the year 0.
  public init(number: Int) {
    self.number = number
  }

  /// Makes a month from year and month of the year, or nil when the calendar has no such month.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    number = year * 12 + month - 1
  }

  /// The month that a day lies in.
  public init(of day: Day) {
    number = day.year * 12 + day.month - 1
  }

  /// Reads `YYYY-MM`, or `YYYYMMM` as the World Bank writes it: `1960M01`.
  ///
  /// - Throws: `VocabularyError` saying whether the form or the calendar is at fault.
  public init(_ text: some StringProtocol) throws(VocabularyError) {
    let parts = text.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "M")
    }
    let areDigits = parts.allSatisfy { part in
      part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard parts.map(\.count) == [4, 2], areDigits else {
      throw VocabularyError("'\(text)' is not a month; write YYYY-MM, for example 2025-04")
    }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    guard let month = Month(year: numbers[0], month: numbers[1]) else {
      throw VocabularyError("'\(text)' is not a month of the calendar")
    }
    self = month
  }

  /// The calendar year.
  public var year: Int { number / 12 }
  /// The month of the year, 1 to 12.
  public var monthOfYear: Int { number % 12 + 1 }

  /// `YYYY-MM`.
  public var description: String {
    let year = String(year)
    let padding = String(repeating: "0", count: max(0, 4 - year.count))
    return padding + year + (monthOfYear < 10 ? "-0" : "-") + String(monthOfYear)
  }

  /// Whether the first month is earlier.
  public static func < (first: Month, second: Month) -> Bool {
    first.number < second.number
  }
}

extension Month: Strideable {
  /// The number of months from this month to the other.
  public func distance(to other: Month) -> Int { other.number - number }

  /// The month that lies so many months after this one.
  public func advanced(by months: Int) -> Month { Month(number: number + months) }
}
