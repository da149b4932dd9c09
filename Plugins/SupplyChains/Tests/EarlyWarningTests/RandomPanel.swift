import EarlyWarning
import Glibc
import TestSupport
import Vocabulary

/// Random walks with a season, with months that are missing.
struct RandomPanel {
  let first = Month(number: 1960 * 12)
  let columns: [[Double]]

  init(series: Int, months: Int, seed: UInt64, gaps: Double = 0.03) {
    var random = SeededGenerator(seed: seed)
    columns = (0..<series).map { index in
      var level = Double.random(in: 1...5, using: &random)
      let swing = 0.01 + 0.03 * Double(index)
      let season = (0..<12).map { _ in Double.random(in: -0.03...0.03, using: &random) }
      return (0..<months).map { month in
        level += Double.random(in: -swing...swing, using: &random) * 2 + season[month % 12]
        // Now and then the price stands still, as a posted one does.
        if Double.random(in: 0..<1, using: &random) < 0.1 { level = level.rounded() }
        return Double.random(in: 0..<1, using: &random) < gaps ? .nan : exp(level)
      }
    }
  }

  var panel: SeriesPanel { panel(columns) }

  func panel(_ columns: [[Double]]) -> SeriesPanel {
    SeriesPanel(
      first: first, names: columns.indices.map { "S\($0)" },
      groups: columns.indices.map { $0 % 3 == 0 ? nil : "G\($0 % 2)" }, columns: columns)
  }
}

/// Whether two numbers are equal as far as the order of additions allows; NaN equals NaN.
func isNear(_ first: Double, _ second: Double) -> Bool {
  first.isNaN || second.isNaN
    ? first.isNaN && second.isNaN : abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))
}

/// Whether two lists of numbers are the same to the last bit; NaN equals NaN.
func isSame(_ first: some Collection<Double>, _ second: some Collection<Double>) -> Bool {
  first.count == second.count
    && zip(first, second).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
}
