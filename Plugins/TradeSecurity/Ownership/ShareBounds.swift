/// What is known of a share: it lies between two bounds, which are the same for an exact one.
public struct ShareBounds: Hashable, Sendable {
  /// The least the share can be, in `ShareUnits`.
  public let low: Int64
  /// The most it can be, in `ShareUnits`.
  public let high: Int64

  /// A share of which nothing is known.
  public static let unknown = ShareBounds(low: 0, high: ShareUnits.whole)

  /// Takes bounds that are known to be in order and between nothing and the whole.
  init(low: Int64, high: Int64) {
    precondition(0 <= low && low <= high && high <= ShareUnits.whole)
    self.low = low
    self.high = high
  }

  /// Whether the share is one number.
  public var isExact: Bool { low == high }

  /// Both bounds of several statements on one share: what lies between the least and the most.
  public func spanning(_ other: ShareBounds) -> ShareBounds {
    ShareBounds(low: min(low, other.low), high: max(high, other.high))
  }

  /// The share as text: `25`, `25-50`, or `unknown`.
  public var text: String {
    if self == .unknown { return "unknown" }
    let low = ShareUnits.text(low)
    return isExact ? low : low + "-" + ShareUnits.text(high)
  }

  /// Reads a share in per cent: `25`, `25.5%`, a band `25-50`, `>25-50` (more than 25 and not more
  /// than 50), `25-<50`, a bound alone `>50`, `>=25`, `<10`, `<=10`, or `unknown`, `?` or nothing.
  ///
  /// A share with more decimals than are exact lies between the two next to it.
  ///
  /// - Throws: `ShareFault` for anything else and for a share outside 0 to 100.
  public init(_ text: some StringProtocol) throws(ShareFault) {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
    let end = (bytes.lastIndex { $0 != 0x20 } ?? start - 1) + 1
    let trimmed = bytes[start..<end]
    if trimmed.isEmpty || trimmed.elementsEqual("?".utf8) || trimmed.elementsEqual("unknown".utf8) {
      self = .unknown
      return
    }
    var reader = ShareReader(bytes: bytes, position: start, end: end)
    let bounds = reader.bounds()
    guard let bounds, reader.position == end else {
      throw ShareFault(text: String(text), reason: .form)
    }
    guard bounds.low <= bounds.high, bounds.high <= ShareUnits.whole else {
      throw ShareFault(text: String(text), reason: .range)
    }
    self.init(low: bounds.low, high: bounds.high)
  }
}

/// A share that cannot be read.
public struct ShareFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case form, range
  }

  /// The share as it was written.
  public let text: String
  /// What is wrong.
  public let reason: Reason

  /// One sentence.
  public var description: String {
    switch reason {
    case .form:
      "'\(text)' is not a share: write per cent such as 25.5, a band such as 25-50 or >25-50, "
        + "or unknown"
    case .range: "'\(text)' is not a share between 0 and 100 per cent"
    }
  }
}

/// Reads the bytes of a share.
private struct ShareReader {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  /// The bounds that stand here; nil when none can be read.
  mutating func bounds() -> (low: Int64, high: Int64)? {
    if take("<") {
      let includes = take("=")
      guard let share = share() else { return nil }
      return (0, includes ? share.high : share.low - 1)
    }
    let isAbove = take(">")
    let includes = isAbove && take("=")
    guard let first = share() else { return nil }
    let low = isAbove && !includes ? first.high + 1 : first.low
    guard take("-") else { return isAbove ? (low, ShareUnits.whole) : (first.low, first.high) }
    let isBelow = take("<")
    guard let second = share() else { return nil }
    return (low, isBelow ? second.low - 1 : second.high)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    while position < end, bytes[position] == 0x20 { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// A decimal number of per cent, with the units next to it where it has too many decimals.
  private mutating func share() -> (low: Int64, high: Int64)? {
    while position < end, bytes[position] == 0x20 { position += 1 }
    var units: Int64 = 0
    var digits = 0
    while let digit = digit() {
      units = min(units * 10 + digit, 1000)
      digits += 1
    }
    guard digits > 0 else { return nil }
    units *= ShareUnits.perCent
    var isRounded = false
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      var place = ShareUnits.perCent
      let start = position
      while let digit = digit() {
        place /= 10
        units += digit * place
        if place == 0, digit > 0 { isRounded = true }
      }
      guard position > start else { return nil }
    }
    _ = take("%")
    return (units, isRounded ? units + 1 : units)
  }

  private mutating func digit() -> Int64? {
    guard position < end, bytes[position] &- UInt8(ascii: "0") <= 9 else { return nil }
    position += 1
    return Int64(bytes[position - 1] - UInt8(ascii: "0"))
  }
}
