/// A calendar day in the proleptic Gregorian calendar, without a time zone.
///
/// Laws, lists and trade statistics are dated in days; a time of day is never implied.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let daysSinceEpoch: Int32

  /// Makes a day from its distance to 1970-01-01.
  public init(daysSinceEpoch: Int32) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// Makes a day from its calendar parts, or nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
    daysSinceEpoch = Int32(Day.daysFromCivil(year: year, month: month, day: day))
  }

  /// Reads `YYYY-MM-DD`.
  ///
  /// - Throws: `VocabularyError` saying whether the form or the calendar is at fault.
  public init(_ text: some StringProtocol) throws(VocabularyError) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let allDigits = parts.allSatisfy { part in
      part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard parts.map(\.count) == [4, 2, 2], allDigits else {
      throw VocabularyError("'\(text)' is not a date; write YYYY-MM-DD, for example 2025-04-04")
    }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      throw VocabularyError("'\(text)' is not a day of the calendar")
    }
    self = day
  }

  /// The calendar year.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var dayOfMonth: Int { civil.day }

  /// `YYYY-MM-DD`.
  public var description: String {
    let parts = civil
    return Day.padded(parts.year, 4) + "-" + Day.padded(parts.month, 2) + "-"
      + Day.padded(parts.day, 2)
  }

  /// The day that lies a number of days after this one (before it when negative).
  public func adding(days: Int) -> Day {
    Day(daysSinceEpoch: daysSinceEpoch + Int32(days))
  }

  /// The number of days from this day to the other; negative when the other is earlier.
  public func days(until other: Day) -> Int {
    Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
  }

  /// Whether the first day is earlier.
  public static func < (first: Day, second: Day) -> Bool {
    first.daysSinceEpoch < second.daysSinceEpoch
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // Days from civil and back: H. Hinnant, "chrono-compatible low-level date algorithms" (2013),
  // which count years from March so that the leap day ends the year.
  private static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
