/// One record of a CSV file: its fields as ranges of one buffer, so that no text is made unasked.
///
/// - Invariant: the fields stand in `bytes` in their order with one byte between them, and `ends`
///   holds where each of them ends.
public struct CSVRecord: Sendable {
  /// The line on which it begins, from 1.
  public internal(set) var line = 0
  var bytes: [UInt8] = []
  var ends: [Int] = []
  var isQuoted = false
  /// Whether the file ends within it: no line end follows, as where a file was cut off.
  public internal(set) var isOpen = false

  /// Makes an empty record, to be filled by a reader.
  public init() {}

  /// The number of fields.
  public var count: Int { ends.count }

  /// Whether a field has no bytes.
  public func isEmpty(_ index: Int) -> Bool { range(index).isEmpty }

  /// A field as text, or nil when it is not UTF-8.
  public func text(_ index: Int) -> String? {
    let range = range(index)
    return bytes.withUnsafeBufferPointer { bytes in
      let field = UnsafeBufferPointer(rebasing: bytes[range])
      // Nearly every field is ASCII, which needs no check, and the check is slow.
      return field.allSatisfy { $0 < 0x80 }
        ? String(decoding: field, as: UTF8.self) : String(validating: field, as: UTF8.self)
    }
  }

  /// The bytes of a field, for files in another encoding than UTF-8.
  public func raw(_ index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// A field as a whole number, or nil when it is not one of at most 18 digits.
  public func integer(_ index: Int) -> Int? {
    let range = range(index)
    let isNegative = !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "-")
    let digits = isNegative ? range.dropFirst() : range
    guard (1...18).contains(digits.count) else { return nil }
    var value = 0
    for position in digits {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return isNegative ? -value : value
  }

  /// A field as a decimal number, correctly rounded, or nil when it is not a finite one.
  public func number(_ index: Int) -> Double? {
    let range = range(index)
    return bytes.withUnsafeBufferPointer { decimalNumber(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The whole record as it would be written, for the account of refused rows; bytes that are not
  /// UTF-8 are replaced.
  public var content: String {
    CSVWriter.fields((0..<count).map { String(decoding: bytes[range($0)], as: UTF8.self) })
  }

  /// Whether it comes from a line without anything.
  var isBlank: Bool { ends == [0] && !isQuoted }

  /// Whether it is the byte that CP/M and DOS wrote at the end of a text file.
  var isEndMark: Bool { bytes == [0x1A] && !isQuoted }

  mutating func clear(line: Int) {
    self.line = line
    isQuoted = false
    isOpen = false
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1] + 1)..<ends[index]
  }
}
