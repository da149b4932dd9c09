internal import Glibc

/// A number with its unit, and with the unit of time it is counted over when it is a rate.
///
/// `120 t` is an amount; `54000 t/yr` is a rate.
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// The number, in `unit` (over `period`).
  public let value: Double
  /// The unit of the number.
  public let unit: Unit
  /// The unit of time of a rate; nil for an amount.
  public let period: Unit?

  /// Makes a quantity from a number and its units.
  public init(_ value: Double, _ unit: Unit, per period: Unit? = nil) {
    self.value = value
    self.unit = unit
    self.period = period
  }

  /// Reads a number and a unit: `120 t`, `1.5kt`, `54000 t/yr`.
  ///
  /// - Throws: `VocabularyError` for a missing number, a missing or an unknown unit.
  public init(_ text: some StringProtocol) throws(VocabularyError) {
    let compact = String(text.filter { $0 != " " && $0 != "_" })
    let number = compact.prefix { $0.isNumber || "+-.".contains($0) }
    guard let value = Double(number), value.isFinite else {
      throw VocabularyError("'\(text)' does not begin with a number; write for example 120 t")
    }
    let units = compact.dropFirst(number.count).split(
      separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = units.first, !first.isEmpty else {
      throw VocabularyError("'\(text)' has no unit; write for example 120 t")
    }
    self.value = value
    unit = try Quantity.unit(String(first))
    guard units.count == 2 else {
      period = nil
      return
    }
    let time = try Quantity.unit(String(units[1]))
    guard time.dimension == .time else {
      throw VocabularyError("'\(units[1])' is not a unit of time; write for example t/yr")
    }
    period = time
  }

  /// The amount in another unit of the same dimension, or nil when the dimensions differ.
  public func amount(in other: Unit) -> Double? {
    guard period == nil, unit.dimension == other.dimension else { return nil }
    return value * unit.size / other.size
  }

  /// The rate in another unit for each day, or nil for an amount or another dimension.
  public func rate(in other: Unit) -> Double? {
    guard let period, unit.dimension == other.dimension else { return nil }
    return value * unit.size / other.size / period.size
  }

  /// The number and its unit.
  public var description: String {
    let number = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    return number + " " + unit.rawValue + (period.map { "/" + $0.rawValue } ?? "")
  }

  private static func unit(_ text: String) throws(VocabularyError) -> Unit {
    guard let unit = Unit(rawValue: text) else {
      let known = Unit.allCases.map(\.rawValue)
      throw VocabularyError(
        "'\(text)' is not a unit; the units are " + known.joined(separator: ", "),
        suggestions: nearest(to: text, in: known, limit: 1))
    }
    return unit
  }
}
