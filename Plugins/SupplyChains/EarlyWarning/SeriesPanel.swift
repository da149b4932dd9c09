internal import Glibc
public import Vocabulary

/// Monthly series side by side: prices, unit values or volumes, each with the same months.
///
/// - Invariant: `values` and `logarithms` hold one series after the other, `monthCount` numbers each;
///   a month without a value is NaN in both, and never zero.
public struct SeriesPanel: Sendable {
  /// The first month of every series.
  public let first: Month
  /// How many months each series has.
  public let monthCount: Int
  /// The names of the series.
  public let names: [String]
  /// The group of each series, such as energy; nil where none is known.
  public let groups: [String?]
  let values: [Double]
  let logarithms: [Double]

  /// Puts series side by side.
  ///
  /// - Parameters:
  ///   - first: the month of the first value of each series.
  ///   - names: the names of the series.
  ///   - groups: the group of each series; nil where none is known.
  ///   - columns: the values of each series, as many for each; NaN where a month has none. A value
  ///     of zero or below has no rate of change and counts as none.
  public init(first: Month, names: [String], groups: [String?], columns: [[Double]]) {
    let count = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == count }, "series of different lengths")
    precondition(names.count == columns.count && groups.count == columns.count)
    self.first = first
    self.names = names
    self.groups = groups
    monthCount = count
    values = columns.flatMap { $0.map { $0 > 0 ? $0 : .nan } }
    logarithms = values.map { log($0) }
  }

  /// How many series there are.
  public var seriesCount: Int { names.count }

  /// The last month of every series.
  public var last: Month { first.advanced(by: monthCount - 1) }

  /// The place of a month in each series; outside `0..<monthCount` when no series has it.
  public func place(of month: Month) -> Int { first.distance(to: month) }

  /// The value of a series at the place of a month; nil where it has none.
  public func value(_ series: Int, at place: Int) -> Double? {
    let value = values[series * monthCount + place]
    return value.isNaN ? nil : value
  }

  /// The same series without the months after a month.
  public func truncated(after month: Month) -> SeriesPanel {
    let kept = max(0, min(monthCount, place(of: month) + 1))
    return SeriesPanel(
      first: first, names: names, groups: groups,
      columns: (0..<seriesCount).map { Array(values[$0 * monthCount..<$0 * monthCount + kept]) })
  }

  /// The series of which at least a share of the months of a window has a value, by their numbers.
  public func series(covering window: ClosedRange<Month>, share: Double) -> [Int] {
    let places = places(of: window)
    return (0..<seriesCount).filter { series in
      let known = places.count { !values[series * monthCount + $0].isNaN }
      return Double(known) >= share * Double(window.count)
    }
  }

  /// The places of the months of a window that the panel has.
  public func places(of window: ClosedRange<Month>) -> Range<Int> {
    let lower = min(max(0, place(of: window.lowerBound)), monthCount)
    let upper = min(max(0, place(of: window.upperBound) + 1), monthCount)
    return lower..<max(lower, upper)
  }

  /// The natural logarithms of a series.
  func logarithms(of series: Int) -> ArraySlice<Double> {
    logarithms[series * monthCount..<(series + 1) * monthCount]
  }
}
