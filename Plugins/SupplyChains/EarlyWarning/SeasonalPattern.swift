/// What a series did after the same month of the last ten years.
enum SeasonalPattern {
  static let years = 10
  static let least = 5

  /// The mean change over a number of months to come, after the same month of earlier years.
  ///
  /// - Parameters:
  ///   - ahead: the months to come, at most twelve, so that every change counted is known.
  /// - Returns: one number for each month; NaN where fewer than five years are known.
  static func change(_ logarithms: ArraySlice<Double>, ahead: Int) -> [Double] {
    let values = Array(logarithms)
    return values.indices.map { place in
      var sum = 0.0
      var count = 0
      for year in 1...years where place >= 12 * year {
        let change = values[place - 12 * year + ahead] - values[place - 12 * year]
        guard !change.isNaN else { continue }
        sum += change
        count += 1
      }
      return count < least ? .nan : sum / Double(count)
    }
  }

  /// The monthly changes without the mean change of the same month of earlier years; NaN where
  /// fewer than five of those are known.
  static func adjusted(_ changes: [Double]) -> [Double] {
    changes.indices.map { place in
      var sum = 0.0
      var count = 0
      for year in 1...years where place >= 12 * year && !changes[place - 12 * year].isNaN {
        sum += changes[place - 12 * year]
        count += 1
      }
      return count < least ? .nan : changes[place] - sum / Double(count)
    }
  }
}
