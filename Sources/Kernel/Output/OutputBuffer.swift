/// Bytes on their way out, gathered in memory that is used again.
final class OutputBuffer {
  /// Takes the bytes that leave.
  typealias Target = (UnsafeRawBufferPointer) throws -> Void

  private let target: Target
  private var bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  /// Whether bytes have left already.
  private(set) var hasLeft = false

  /// How many bytes are gathered before they leave.
  private static let full = 1 << 16

  init(_ target: @escaping Target) {
    self.target = target
    bytes = .allocate(capacity: 2 * OutputBuffer.full)
  }

  deinit { bytes.deallocate() }

  /// Lets the bytes leave when there are many; called between rows, so that no row leaves in parts
  /// unless it is that long.
  func rowEnded() throws {
    if count >= OutputBuffer.full { try flush() }
  }

  /// Lets all bytes leave.
  func flush() throws {
    guard count > 0 else { return }
    let leaving = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<count])
    count = 0
    try target(leaving)
    hasLeft = true
  }

  func append(_ byte: UInt8) {
    if count == bytes.count { grow(by: 1) }
    bytes[count] = byte
    count += 1
  }

  func append(_ added: UnsafeBufferPointer<UInt8>) {
    guard let start = added.baseAddress else { return }
    if count + added.count > bytes.count { grow(by: added.count) }
    (bytes.baseAddress.unsafelyUnwrapped + count).update(from: start, count: added.count)
    count += added.count
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  func append(_ number: Int64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      let start = OutputBuffer.write(number.magnitude, to: digits)
      if number < 0 { append(UInt8(ascii: "-")) }
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Writes the digits at the end of the place.
  ///
  /// - Returns: where they begin.
  static func write(_ number: UInt64, to place: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var rest = number
    var start = place.count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      start -= 1
      place[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest > 0
    return start
  }

  private func grow(by more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(2 * bytes.count, count + more))
    _ = larger.update(fromContentsOf: bytes[..<count])
    bytes.deallocate()
    bytes = larger
  }
}
