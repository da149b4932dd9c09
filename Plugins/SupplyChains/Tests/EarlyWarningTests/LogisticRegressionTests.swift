import Glibc
import TestSupport
import Testing

@testable import EarlyWarning

@Suite("The logistic regression")
struct LogisticRegressionTests {
  private let width = 3
  private let rows: [Double]
  private let outcomes: [Bool]

  init() {
    var random = SeededGenerator(seed: 3)
    var rows: [Double] = []
    var outcomes: [Bool] = []
    for _ in 0..<400 {
      let row = [
        Double.random(in: -2...2, using: &random), Double.random(in: 0...1000, using: &random),
        Double.random(in: -0.01...0.01, using: &random),
      ]
      rows += row
      let odds = exp(-1 + 1.5 * row[0] - 0.002 * row[1])
      outcomes.append(Double.random(in: 0..<1, using: &random) < odds / (1 + odds))
    }
    self.rows = rows
    self.outcomes = outcomes
  }

  private func fit(_ rows: [Double], ridge: Double) -> LogisticRegression {
    LogisticRegression(rows: rows, outcomes: outcomes, width: width, ridge: ridge)
  }

  /// The slope of the penalised log-likelihood, by its formula, case by case.
  private func gradient(_ fitted: LogisticRegression, ridge: Double) -> [Double] {
    var slope = [Double](repeating: 0, count: width + 1)
    for (item, outcome) in outcomes.enumerated() {
      let row = (0..<width).map {
        (rows[item * width + $0] - fitted.means[$0]) / fitted.deviations[$0]
      }
      let sum = zip(row, fitted.coefficients.dropFirst()).reduce(fitted.coefficients[0]) {
        $0 + $1.0 * $1.1
      }
      let residual = (outcome ? 1 : 0) - 1 / (1 + exp(-sum))
      slope[0] += residual
      for feature in 0..<width { slope[feature + 1] += residual * row[feature] }
    }
    for feature in 1...width { slope[feature] -= ridge * fitted.coefficients[feature] }
    return slope
  }

  @Test("stands where the penalised likelihood has no slope", arguments: [0.001, 1, 10, 500])
  func optimum(ridge: Double) {
    let fitted = fit(rows, ridge: ridge)
    for slope in gradient(fitted, ridge: ridge) { #expect(abs(slope) < 1e-8) }
  }

  @Test("finds the effects that made the outcomes, and none where there is none")
  func effects() {
    let fitted = fit(rows, ridge: 0.001)
    let effects = (0..<width).map { fitted.coefficients[$0 + 1] / fitted.deviations[$0] }
    #expect(abs(effects[0] - 1.5) < 0.35)
    #expect(abs(effects[1] + 0.002) < 0.001)
    #expect(abs(fitted.coefficients[3]) < 0.35)
  }

  @Test("is the same in any unit of a feature, and in any order of the cases")
  func invariance() {
    let fitted = fit(rows, ridge: 10)
    let scaled = fit(rows.enumerated().map { $0 % 3 == 1 ? $1 * 1e6 - 5 : $1 }, ridge: 10)
    for (first, second) in zip(fitted.coefficients, scaled.coefficients) {
      #expect(abs(first - second) < 1e-9)
    }
    let order = Array(outcomes.indices.reversed())
    let reversed = LogisticRegression(
      rows: order.flatMap { rows[$0 * width..<($0 + 1) * width] },
      outcomes: order.map { outcomes[$0] }, width: width, ridge: 10)
    for (first, second) in zip(fitted.coefficients, reversed.coefficients) {
      #expect(abs(first - second) < 1e-9)
    }
  }

  @Test("a heavier ridge draws the coefficients to zero and leaves the mean probability as it is")
  func shrinkage() {
    var lengths: [Double] = []
    for ridge in [0.001, 10, 100, 1e6] {
      let fitted = fit(rows, ridge: ridge)
      lengths.append(fitted.coefficients.dropFirst().map { $0 * $0 }.reduce(0, +))
      let mean = outcomes.indices.map {
        fitted.probability(rows[$0 * width..<($0 + 1) * width])
      }.reduce(0, +)
      #expect(abs(mean - Double(outcomes.count { $0 })) < 1e-6)
    }
    #expect(lengths == lengths.sorted(by: >))
    #expect(lengths[3] < 1e-6)
  }

  @Test("separated cases, and a feature that never varies, have an optimum all the same")
  func degenerate() {
    let fitted = LogisticRegression(
      rows: [0, 7, 1, 7, 2, 7, 3, 7], outcomes: [false, false, true, true], width: 2, ridge: 1)
    #expect(fitted.coefficients.allSatisfy { $0.isFinite })
    #expect(fitted.coefficients[2] == 0)
    #expect(fitted.probability([3, 7]) > 0.5 && fitted.probability([0, 7]) < 0.5)
  }
}
