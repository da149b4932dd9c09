/// Running sums of parts of a whole, by which its concentration is measured.
struct PartSums {
  var total = 0.0
  var squares = 0.0
  var top = 0.0
  var topPosition = 0
  var count = 0

  /// Adds a part.
  ///
  /// One of zero does not count; of equal parts the one that was added first is the top.
  @inline(__always)
  mutating func add(_ value: Double, at position: Int) {
    total += value
    squares += value * value
    count &+= value > 0 ? 1 : 0
    let isHigher = value > top
    top = isHigher ? value : top
    topPosition = isHigher ? position : topPosition
  }

  /// The Herfindahl-Hirschman index: the sum of squared shares.
  var index: Double { squares / (total * total) }
}
