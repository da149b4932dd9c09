internal import Glibc

/// A share of a whole, kept as a fraction from 0 to 1.
public struct Percentage: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The share, 0 to 1.
  public let fraction: Double

  /// Makes a percentage from a fraction, or nil outside 0 to 1.
  public init?(fraction: Double) {
    guard (0...1).contains(fraction) else { return nil }
    self.fraction = fraction
  }

  /// Reads `40%`.
  ///
  /// A bare number is refused, because 0.4 and 40 both look like one.
  ///
  /// - Throws: `VocabularyError` when the sign is missing or the number is outside 0 to 100.
  public init(_ text: some StringProtocol) throws(VocabularyError) {
    let trimmed = String(text).filter { $0 != " " }
    guard trimmed.hasSuffix("%"), let number = Double(trimmed.dropLast()), number.isFinite else {
      throw VocabularyError("'\(text)' is not a percentage; write for example 40%")
    }
    guard let value = Percentage(fraction: number / 100) else {
      throw VocabularyError("'\(text)' is outside 0% to 100%")
    }
    self = value
  }

  /// The share in percent, such as `40%`.
  public var description: String {
    let percent = fraction * 100
    let rounded = (percent * 1e9).rounded() / 1e9
    return (rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)) + "%"
  }

  /// Whether the first share is smaller.
  public static func < (first: Percentage, second: Percentage) -> Bool {
    first.fraction < second.fraction
  }
}
