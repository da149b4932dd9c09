internal import Vocabulary

/// A date as a list prints it, with the days that it can mean.
///
/// Lists print whole days, months, years, ranges, and dates they call approximate. The bounds are
/// those of what is printed; an approximate date may lie outside them.
struct PartialDate: Hashable {
  /// The date as printed.
  let text: String
  /// The first day that the text can mean; nil when it is not understood.
  let earliest: Day?
  /// The last day that the text can mean; nil when it is not understood.
  let latest: Day?
  /// Whether the list calls it approximate.
  let isApproximate: Bool

  /// How exact a date is.
  enum Precision: String {
    case day, month, year, range
  }

  /// How exact the date is; nil when it is not understood.
  var precision: Precision? {
    guard let earliest, let latest else { return nil }
    if earliest == latest { return .day }
    let next = latest.adding(days: 1)
    let isWhole = earliest.dayOfMonth == 1 && next.dayOfMonth == 1
    if isWhole, earliest.year == latest.year, earliest.month == latest.month { return .month }
    return isWhole && earliest.month == 1 && next.month == 1 && earliest.year == latest.year
      ? .year : .range
  }

  /// Takes a date whose parts the list prints apart, or in an order of its own.
  ///
  /// - Parameters:
  ///   - text: the date as printed.
  ///   - year: the year; nil makes a date that is not understood.
  ///   - month: the month; nil or 0 for the whole year.
  ///   - day: the day; nil or 0 for the whole month.
  init(_ text: String, year: Int?, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false)
  {
    self.text = text
    self.isApproximate = isApproximate
    let months = (month ?? 0) == 0 ? 1...12 : max(1, month ?? 1)...max(1, month ?? 1)
    let period =
      if let day, day > 0 {
        year.flatMap { Day(year: $0, month: month ?? 0, day: day) }.map { (from: $0, to: $0) }
      } else {
        year.flatMap { PartialDate.period(year: $0, months: months) }
      }
    (earliest, latest) = (period?.from, period?.to)
  }

  /// Takes a date back from what was kept of it.
  init(_ text: String, earliest: Day?, latest: Day?, isApproximate: Bool) {
    self.text = text
    self.earliest = earliest
    self.latest = latest
    self.isApproximate = isApproximate
  }

  /// Reads `07 Oct 1954`, `Oct 1954`, `1954`, `1954-10-07`, `1954-10`, each alone, after `circa`, or as the
  /// ends of a range with `to` or ` - `.
  init(_ text: String, isApproximate: Bool = false) {
    self.text = text
    var words = text.split(separator: " ").map(String.init)
    let isCirca = ["circa", "ca.", "c."].contains(words.first?.lowercased() ?? "")
    if isCirca { words.removeFirst() }
    self.isApproximate = isApproximate || isCirca
    if words.count == 1, words[0].utf8.count == 9, words[0].firstIndex(of: "-") != nil {
      words = words[0].split(separator: "-").flatMap { [String($0), "-"] }.dropLast()
    }
    let parts = words.split { $0 == "to" || $0 == "-" }.map(Array.init)
    let periods = parts.compactMap(PartialDate.period)
    let isRead = periods.count == parts.count && (1...2).contains(parts.count)
    guard isRead, let first = periods.first, let last = periods.last, first.from <= last.to else {
      (earliest, latest) = (nil, nil)
      return
    }
    (earliest, latest) = (first.from, last.to)
  }

  private static func period(_ words: [String]) -> (from: Day, to: Day)? {
    if words.count == 1 {
      if let day = try? Day(words[0]) { return (day, day) }
      let parts = words[0].split(separator: "-").compactMap { Int($0) }
      if words[0].utf8.count == 7, parts.count == 2, (1...12).contains(parts[1]) {
        return period(year: parts[0], months: parts[1]...parts[1])
      }
      guard words[0].utf8.count == 4, let year = Int(words[0]) else { return nil }
      return period(year: year, months: 1...12)
    }
    guard let year = words.last.flatMap({ Int($0) }),
      let month = months.firstIndex(of: words[words.count - 2].prefix(3).lowercased())
    else { return nil }
    if words.count == 2 { return period(year: year, months: month + 1...month + 1) }
    guard words.count == 3, let number = Int(words[0]),
      let day = Day(year: year, month: month + 1, day: number)
    else { return nil }
    return (day, day)
  }

  private static func period(year: Int, months: ClosedRange<Int>) -> (from: Day, to: Day)? {
    let next =
      months.upperBound == 12
      ? Day(year: year + 1, month: 1, day: 1)
      : Day(year: year, month: months.upperBound + 1, day: 1)
    guard let from = Day(year: year, month: months.lowerBound, day: 1), let next else { return nil }
    return (from, next.adding(days: -1))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
