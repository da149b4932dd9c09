import EarlyWarning
import Glibc
import Testing

/// The formulas, written down month by month from the values themselves.
private struct Direct {
  let values: [Double]

  func change(_ month: Int, over months: Int) -> Double {
    month < months ? .nan : log(values[month]) - log(values[month - months])
  }

  /// The known ones of five years of numbers; nil for fewer than three years of them.
  func known(_ month: Int, _ number: (Int) -> Double) -> [Double]? {
    let known = (max(0, month - 59)...month).map(number).filter { !$0.isNaN }
    return known.count < 36 ? nil : known
  }

  func score(_ month: Int, _ number: (Int) -> Double) -> Double {
    guard let known = known(month, number) else { return .nan }
    let mean = known.reduce(0, +) / Double(known.count)
    let variance = known.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(known.count - 1)
    return variance > 0 ? (number(month) - mean) / sqrt(variance) : .nan
  }

  func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let half = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
  }

  func robustScore(_ month: Int) -> Double {
    guard let known = known(month, { change($0, over: 1) }) else { return .nan }
    let middle = median(known)
    let deviation = median(known.map { abs($0 - middle) })
    return deviation > 0 ? 0.6745 * (change(month, over: 1) - middle) / deviation : .nan
  }

  func volatility(_ month: Int) -> Double {
    var squares = 0.0
    var weights = 0.0
    for age in 0...month where !change(month - age, over: 1).isNaN {
      squares += pow(0.94, Double(age)) * pow(change(month - age, over: 1), 2)
      weights += pow(0.94, Double(age))
    }
    return weights > 0 ? sqrt(squares / weights) : .nan
  }

  func seasonalChange(_ month: Int) -> Double {
    let earlier = (1...10).compactMap { year in
      month >= 12 * year ? change(month - 12 * year, over: 1) : nil
    }.filter { !$0.isNaN }
    guard earlier.count >= 5 else { return .nan }
    return change(month, over: 1) - earlier.reduce(0, +) / Double(earlier.count)
  }

  /// Page's sum as the largest sum of scores less 0.5 that ends in a month and begins after the
  /// last alarm.
  func cumulativeSums(_ scores: [Double]) -> [Double] {
    var begin = 0
    return scores.indices.map { month in
      guard !scores[month].isNaN else { return .nan }
      let largest =
        (begin...month).map { start in
          scores[start...month].filter { !$0.isNaN }.reduce(0) { $0 + $1 - 0.5 }
        }.max() ?? 0
      let sum = max(0, largest)
      if sum > 4 { begin = month + 1 }
      return sum
    }
  }
}

@Suite("What the rules measure")
struct MeasureTests {
  private let random = RandomPanel(series: 4, months: 260, seed: 11)

  private func check(_ measure: Measure, _ direct: (Direct) -> [Double]) {
    let scores = Scores(measure, random.panel).values
    var told = 0
    for (series, column) in random.columns.enumerated() {
      let expected = direct(Direct(values: column))
      for (month, value) in expected.enumerated() {
        let score = scores[series * column.count + month]
        #expect(isNear(score, value), "\(measure) of series \(series), month \(month)")
        if !value.isNaN { told += 1 }
      }
    }
    #expect(told > 400, "\(measure) is told of hardly any month")
  }

  @Test("the scores are standard deviations from the mean of five years")
  func standardScores() {
    check(.monthlyScore) { direct in
      direct.values.indices.map { direct.score($0) { direct.change($0, over: 1) } }
    }
    check(.quarterlyScore) { direct in
      direct.values.indices.map { direct.score($0) { direct.change($0, over: 3) } }
    }
  }

  @Test("the robust score equals the sorted medians")
  func robustScores() {
    check(.robustScore) { direct in direct.values.indices.map(direct.robustScore) }
  }

  @Test("year on year is the value over that of the month a year before")
  func yearOnYear() {
    check(.yearOnYear) { direct in
      direct.values.indices.map { $0 < 12 ? .nan : direct.values[$0] / direct.values[$0 - 12] - 1 }
    }
  }

  @Test("volatility weighs every earlier month by its age, against its median of five years")
  func volatility() {
    check(.volatility) { direct in
      direct.values.indices.map { month in
        guard let known = direct.known(month, direct.volatility) else { return .nan }
        return direct.volatility(month) / direct.median(known)
      }
    }
  }

  @Test("the cumulative sum is the largest sum that ends in the month, begun anew after an alarm")
  func cumulativeSum() {
    check(.cumulativeSum) { direct in
      direct.cumulativeSums(
        direct.values.indices.map { direct.score($0) { direct.change($0, over: 1) } })
    }
    check(.seasonalCumulativeSum) { direct in
      direct.cumulativeSums(
        direct.values.indices.map { direct.score($0, direct.seasonalChange) })
    }
  }

  @Test("a price that never moves cannot be told by any rule that scales by its moves")
  func standingStill() {
    let panel = random.panel([[Double](repeating: 5, count: 200)])
    for measure in Measure.allCases {
      let scores = Scores(measure, panel).values
      #expect(scores.allSatisfy { measure == .yearOnYear ? $0.isNaN || $0 == 0 : $0.isNaN })
    }
  }
}
