/// One record of a CSV file: its fields as ranges of one buffer, so that no text is made unasked.
///
/// - Invariant: `starts` and `ends` have the same count, and every range lies inside `bytes`.
public struct CSVRecord: Sendable {
  /// The line on which it begins, from 1.
  public internal(set) var line = 0
  var bytes: [UInt8] = []
  var starts: [Int] = []
  var ends: [Int] = []

  /// Makes an empty record, to be filled by a reader.
  public init() {}

  /// The number of fields.
  public var count: Int { starts.count }

  /// Whether a field has no bytes.
  public func isEmpty(_ index: Int) -> Bool { starts[index] == ends[index] }

  /// A field as text, or nil when it is not UTF-8.
  public func text(_ index: Int) -> String? {
    String(validating: bytes[starts[index]..<ends[index]], as: UTF8.self)
  }

  /// A field as a whole number, or nil when it is not one.
  public func integer(_ index: Int) -> Int? {
    let field = bytes[starts[index]..<ends[index]]
    guard field.count <= 18 else { return nil }
    let isNegative = field.first == UInt8(ascii: "-")
    let digits = isNegative ? field.dropFirst() : field
    guard !digits.isEmpty else { return nil }
    var value = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return isNegative ? -value : value
  }

  /// A field as a number, correctly rounded, or nil when it is not a finite one.
  public func number(_ index: Int) -> Double? {
    guard let text = text(index), let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The whole record as it would be written, for the account of refused rows.
  public var content: String {
    (0..<count).map { text($0) ?? "?" }.joined(separator: ",")
  }

  mutating func clear(line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
