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

  /// Reads `07 Oct 1954`, `Oct 1954`, `1954`, `1954-10-07`, each alone, after `circa`, or as the
  /// ends of a range with `to` or ` - `.
  init(_ text: String, isApproximate: Bool = false) {
    self.text = text
    var words = text.split(separator: " ").map(String.init)
    let isCirca = ["circa", "ca.", "c."].contains(words.first?.lowercased() ?? "")
    if isCirca { words.removeFirst() }
    self.isApproximate = isApproximate || isCirca
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
