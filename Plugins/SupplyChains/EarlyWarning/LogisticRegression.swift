internal import Glibc

/// A logistic regression with a ridge on standardised features.
///
/// It is fitted by iteratively reweighted least squares (Hastie, Tibshirani & Friedman 2009, "The
/// elements of statistical learning", equations 4.26 and 18.11). The intercept has no penalty.
struct LogisticRegression {
  /// The mean of each feature in the sample.
  let means: [Double]
  /// The standard deviation of each feature in the sample; 1 where it never varies.
  let deviations: [Double]
  /// The intercept, and then the coefficient of each standardised feature.
  let coefficients: [Double]

  /// Fits a sample.
  ///
  /// - Parameters:
  ///   - rows: the features of each case, one case after the other.
  ///   - outcomes: whether the event came, for each case; both must occur.
  ///   - ridge: the weight of the sum of squared coefficients, halved, against the log-likelihood.
  init(rows: [Double], outcomes: [Bool], width: Int, ridge: Double) {
    let (means, deviations) = LogisticRegression.moments(rows, width: width)
    var design = rows
    for start in stride(from: 0, to: rows.count, by: width) {
      for feature in 0..<width {
        design[start + feature] = (rows[start + feature] - means[feature]) / deviations[feature]
      }
    }
    self.means = means
    self.deviations = deviations
    var coefficients = [Double](repeating: 0, count: width + 1)
    for _ in 0..<100 {
      let step = LogisticRegression.step(design, outcomes, coefficients, width: width, ridge: ridge)
      for index in coefficients.indices { coefficients[index] += step[index] }
      // The likelihood is strictly concave with a ridge: Newton's steps end at its one optimum.
      if step.allSatisfy({ abs($0) < 1e-12 }) { break }
    }
    self.coefficients = coefficients
  }

  /// Takes coefficients as they were kept.
  init(means: [Double], deviations: [Double], coefficients: [Double]) {
    self.means = means
    self.deviations = deviations
    self.coefficients = coefficients
  }

  /// The probability of the event, 0 to 1.
  func probability(_ row: ArraySlice<Double>) -> Double {
    var sum = coefficients[0]
    for (feature, value) in row.enumerated() {
      sum += coefficients[feature + 1] * (value - means[feature]) / deviations[feature]
    }
    return 1 / (1 + exp(-sum))
  }

  /// Newton's step from coefficients: the inverse of the penalised information times the gradient.
  private static func step(
    _ design: [Double], _ outcomes: [Bool], _ coefficients: [Double], width: Int, ridge: Double
  ) -> [Double] {
    let size = width + 1
    var gradient = [Double](repeating: 0, count: size)
    var information = [Double](repeating: 0, count: size * size)
    design.withUnsafeBufferPointer { design in
      var row = [Double](repeating: 1, count: size)
      for (item, outcome) in outcomes.enumerated() {
        var sum = coefficients[0]
        for feature in 0..<width {
          row[feature + 1] = design[item * width + feature]
          sum += coefficients[feature + 1] * row[feature + 1]
        }
        let probability = 1 / (1 + exp(-sum))
        let residual = (outcome ? 1 : 0) - probability
        let weight = probability * (1 - probability)
        for first in 0..<size {
          gradient[first] += residual * row[first]
          let weighted = weight * row[first]
          for second in 0...first { information[first * size + second] += weighted * row[second] }
        }
      }
    }
    for index in 1..<size {
      gradient[index] -= ridge * coefficients[index]
      information[index * size + index] += ridge
    }
    return solvePositiveDefinite(information, gradient)
  }

  private static func moments(_ rows: [Double], width: Int) -> ([Double], [Double]) {
    let count = Double(rows.count / width)
    var means = [Double](repeating: 0, count: width)
    var squares = means
    for (index, value) in rows.enumerated() { means[index % width] += value / count }
    for (index, value) in rows.enumerated() {
      let distance = value - means[index % width]
      squares[index % width] += distance * distance / count
    }
    return (means, squares.map { $0 > 0 ? $0.squareRoot() : 1 })
  }
}

/// Solves A x = b by Cholesky's factors, for a positive definite A of which the lower half is given.
private func solvePositiveDefinite(_ matrix: [Double], _ right: [Double]) -> [Double] {
  let size = right.count
  var factor = matrix
  for row in 0..<size {
    for column in 0...row {
      var value = factor[row * size + column]
      for inner in 0..<column {
        value -= factor[row * size + inner] * factor[column * size + inner]
      }
      factor[row * size + column] =
        row == column ? value.squareRoot() : value / factor[column * size + column]
    }
  }
  var solution = right
  for row in 0..<size {
    for inner in 0..<row { solution[row] -= factor[row * size + inner] * solution[inner] }
    solution[row] /= factor[row * size + row]
  }
  for row in (0..<size).reversed() {
    for inner in row + 1..<size { solution[row] -= factor[inner * size + row] * solution[inner] }
    solution[row] /= factor[row * size + row]
  }
  return solution
}
