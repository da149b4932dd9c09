/// A share in per cent as a whole number of units, so that sums are exact.
///
/// A unit is 1e-10 per cent: every share that is written with up to ten decimals is exact, and the
/// sum of nine million whole companies still fits.
public enum ShareUnits {
  /// The decimals of a per cent that are exact.
  public static let decimals = 10
  /// Units in one per cent.
  public static let perCent: Int64 = 10_000_000_000
  /// Units in the whole.
  public static let whole: Int64 = 100 * perCent

  /// The share as a decimal number of per cent without needless zeros, such as `33.34`.
  public static func text(_ units: Int64) -> String {
    let digits = String(units.magnitude % UInt64(perCent))
    let padded = String(repeating: "0", count: decimals - digits.utf8.count) + digits
    let fraction = padded.prefix(padded.utf8.count - padded.reversed().prefix { $0 == "0" }.count)
    let sign = units < 0 ? "-" : ""
    return sign + String(units.magnitude / UInt64(perCent))
      + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
