/// Statistics of the last months of a series, of those that are known.
///
/// Every function gives one number for each month, from that month and those before it alone.
enum Trailing {
  /// Five years, of which three must be known: the memory of every rule here.
  static let months = 60
  static let least = 36

  /// The change of a series over a number of months; NaN where either end is not known.
  static func change(_ series: ArraySlice<Double>, over months: Int) -> [Double] {
    let values = Array(series)
    return values.indices.map { $0 < months ? .nan : values[$0] - values[$0 - months] }
  }

  /// A statistic of the known values among the last months; NaN where too few are known.
  ///
  /// - Parameter statistic: takes the known values, oldest first.
  static func statistic(
    _ values: [Double], months: Int = months, least: Int = least,
    _ statistic: (_ known: inout [Double]) -> Double
  ) -> [Double] {
    var known: [Double] = []
    known.reserveCapacity(months)
    return values.indices.map { place in
      known.removeAll(keepingCapacity: true)
      for index in max(0, place - months + 1)...place where !values[index].isNaN {
        known.append(values[index])
      }
      return known.count < least ? .nan : statistic(&known)
    }
  }

  static func mean(_ known: [Double]) -> Double {
    var sum = 0.0
    for value in known { sum += value }
    return sum / Double(known.count)
  }

  /// The standard deviation of a sample, with n - 1.
  static func deviation(_ known: [Double]) -> Double {
    let mean = mean(known)
    var squares = 0.0
    for value in known { squares += (value - mean) * (value - mean) }
    return (squares / Double(known.count - 1)).squareRoot()
  }

  static func rootMeanSquare(_ known: [Double]) -> Double {
    var squares = 0.0
    for value in known { squares += value * value }
    return (squares / Double(known.count)).squareRoot()
  }

  /// The median; it leaves the values sorted.
  static func median(_ known: inout [Double]) -> Double {
    known.sort()
    let middle = known.count / 2
    return known.count % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2
  }
}
