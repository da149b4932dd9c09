/// How much of a list goes and comes from one year to the next.
public struct ListTurnover: Sendable, Hashable {
  /// How many stood on the list in the year before.
  public let before: Int
  /// How many of them left.
  public let left: Int
  /// How many entered.
  public let entered: Int

  /// Compares the lists of two years.
  public init<Item: Hashable>(from earlier: Set<Item>, to later: Set<Item>) {
    before = earlier.count
    left = earlier.subtracting(later).count
    entered = later.subtracting(earlier).count
  }

  /// The share of the list that left; nil when nothing stood on it.
  public var leavingShare: Double? { before > 0 ? Double(left) / Double(before) : nil }
}
