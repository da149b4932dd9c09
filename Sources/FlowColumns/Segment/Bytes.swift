/// A block of bytes of a size known beforehand, filled from the start.
struct BlockWriter {
  private(set) var bytes: [UInt8]
  private var position = 0

  init(count: Int) { bytes = [UInt8](repeating: 0, count: count) }

  mutating func write(_ text: StaticString) {
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      write(byte)
    }
  }

  mutating func write(_ number: some FixedWidthInteger & UnsignedInteger) {
    let start = position
    bytes.withUnsafeMutableBytes { buffer in
      withUnsafeBytes(of: number.littleEndian) { source in
        for (offset, byte) in source.enumerated() { buffer[start + offset] = byte }
      }
    }
    position += number.bitWidth / 8
  }

  mutating func write(_ block: [UInt8]) {
    bytes.replaceSubrange(position..<position + block.count, with: block)
    position += block.count
  }

  /// Lets a closure fill the next bytes.
  mutating func fill(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void) {
    let start = position
    bytes.withUnsafeMutableBytes {
      body(UnsafeMutableRawBufferPointer(rebasing: $0[start..<start + count]))
    }
    position += count
  }

  /// Leaves bytes of zero up to a multiple of eight.
  mutating func align() { position = aligned(position) }

  /// Writes the checksum of everything before it; nothing follows.
  ///
  /// - Returns: that checksum.
  mutating func seal() -> UInt64 {
    precondition(position + 8 == bytes.count)
    let sum = bytes.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0.dropLast(8))) }
    write(sum)
    return sum
  }
}

/// The next multiple of eight.
func aligned(_ offset: Int) -> Int { (offset + 7) & ~7 }

extension UnsafeRawPointer {
  /// A little-endian number at any offset.
  @inline(__always)
  func number<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type) -> Number
  {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}

/// Reads the head of a block and compares its checksum.
///
/// - Returns: the checksum.
/// - Throws: `FlowFault` for bytes that are cut off, altered, of another kind or of a newer version.
func verify(_ bytes: [UInt8], kind: StaticString, name: String, least: Int) throws(FlowFault)
  -> UInt64
{
  guard bytes.count >= least + 8 else {
    throw FlowFault("the \(name) are cut off after \(bytes.count) bytes")
  }
  let (isKind, version, stored, found) = bytes.withUnsafeBytes { buffer in
    let head = UnsafeBufferPointer(start: kind.utf8Start, count: kind.utf8CodeUnitCount)
    let start = UnsafeRawBufferPointer(rebasing: buffer[...])
    return (
      buffer.starts(with: head),
      buffer.loadUnaligned(fromByteOffset: 4, as: UInt16.self).littleEndian,
      buffer.loadUnaligned(fromByteOffset: buffer.count - 8, as: UInt64.self).littleEndian,
      checksum(UnsafeRawBufferPointer(rebasing: start.dropLast(8)))
    )
  }
  guard isKind else { throw FlowFault("the \(name) do not begin as \(name) of a segment do") }
  guard stored == found else {
    throw FlowFault("the \(name) are torn or altered: their checksum does not hold")
  }
  guard version == Segment.formatVersion else {
    throw FlowFault(
      "the \(name) are of format \(version); this program reads format \(Segment.formatVersion)")
  }
  return stored
}
