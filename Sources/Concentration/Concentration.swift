/// How concentrated a total is among those who hold it.
public struct Concentration: Sendable, Hashable {
  /// The total of all parts, in the unit of the parts.
  public let total: Double
  /// The Herfindahl-Hirschman index: the sum of squared shares, from 0 to 1 (Hirschman 1945;
  /// Herfindahl 1950; on the name, Hirschman, American Economic Review 54, 1964).
  public let index: Double
  /// The largest share, from 0 to 1.
  public let topShare: Double
  /// The position of the largest part; the first of equal ones.
  public let topPosition: Int
  /// How many parts are above zero.
  public let count: Int

  /// Measures parts; nil when their total is not above zero, because no share is defined then.
  public init?(of parts: some Collection<Double>) {
    var total = 0.0
    var squares = 0.0
    var top = -Double.infinity
    var topPosition = 0
    var count = 0
    for (position, part) in parts.enumerated() {
      total += part
      squares += part * part
      if part > 0 { count += 1 }
      if part > top {
        top = part
        topPosition = position
      }
    }
    guard total > 0 else { return nil }
    self.total = total
    index = squares / (total * total)
    topShare = top / total
    self.topPosition = topPosition
    self.count = count
  }

  /// The share of a part in the total.
  public func share(_ part: Double) -> Double { part / total }
}
