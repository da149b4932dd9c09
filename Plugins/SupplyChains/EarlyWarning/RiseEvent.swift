/// The event that is warned of: within six months the series stands more than 40 % above the month.
public enum RiseEvent {
  /// How far the series must rise, as a share of the value of the month.
  public static let rise = 0.4
  /// Within how many months.
  public static let horizon = 6

  /// Whether the event lies ahead of each month of each series of a panel.
  ///
  /// - Returns: one answer for each month, one series after the other: nil where the month has no
  ///   value, or where no known month rises so far and a month of the horizon is not known.
  public static func isAhead(_ panel: SeriesPanel) -> [Bool?] {
    var answers = [Bool?](repeating: nil, count: panel.values.count)
    for start in stride(from: 0, to: panel.values.count, by: max(1, panel.monthCount)) {
      for place in start..<start + panel.monthCount where !panel.values[place].isNaN {
        answers[place] = isAhead(of: place, in: panel.values, end: start + panel.monthCount)
      }
    }
    return answers
  }

  private static func isAhead(of place: Int, in values: [Double], end: Int) -> Bool? {
    var isComplete = true
    for later in place + 1...place + horizon {
      guard later < end, !values[later].isNaN else {
        isComplete = false
        continue
      }
      if values[later] / values[place] > 1 + rise { return true }
    }
    return isComplete ? false : nil
  }

  /// How many months pass until the series first stands so far above a month.
  static func lead(from place: Int, in panel: SeriesPanel) -> Int? {
    let end = (place / panel.monthCount + 1) * panel.monthCount
    return (1...horizon).first {
      place + $0 < end && panel.values[place + $0] / panel.values[place] > 1 + rise
    }
  }
}
