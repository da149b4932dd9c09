/// What came after every month of every series of a panel.
public struct Outcomes: Sendable {
  /// Whether the event lies ahead, one answer for each month, one series after the other.
  ///
  /// Nil where the month has no value, or where no known month rises so far and a month of the
  /// horizon is not known.
  public let isAhead: [Bool?]
  /// Whether an event begins: it lies ahead of this month and not of the one before.
  public let isOnset: [Bool]

  /// Looks ahead of every month of a panel.
  public init(_ panel: SeriesPanel) {
    var isAhead = [Bool?](repeating: nil, count: panel.values.count)
    var isOnset = [Bool](repeating: false, count: panel.values.count)
    panel.values.withUnsafeBufferPointer { values in
      for start in stride(from: 0, to: values.count, by: max(1, panel.monthCount)) {
        let series = start..<start + panel.monthCount
        for place in series where !values[place].isNaN {
          isAhead[place] = Outcomes.isAhead(of: place, in: values, end: series.upperBound)
          isOnset[place] =
            isAhead[place] == true && (place == start || isAhead[place - 1] != true)
        }
      }
    }
    self.isAhead = isAhead
    self.isOnset = isOnset
  }

  private static func isAhead(
    of place: Int, in values: UnsafeBufferPointer<Double>, end: Int
  ) -> Bool? {
    var isComplete = true
    for later in place + 1...place + RiseEvent.horizon {
      guard later < end, !values[later].isNaN else {
        isComplete = false
        continue
      }
      if RiseEvent.reaches(values[later], from: values[place]) { return true }
    }
    return isComplete ? false : nil
  }
}
