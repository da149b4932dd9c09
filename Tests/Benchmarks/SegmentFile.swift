internal import FlowColumns
internal import Glibc

/// Segments in a plain file, as a store would keep them: first the number of segments, then the sizes of
/// their three blocks as numbers of 64 bits, then the blocks.
struct SegmentFile: Sendable {
  private let file: OpenFile
  private let sizes: [Int]
  private let offsets: [Int]

  /// The number of segments.
  var count: Int { sizes.count / 3 }

  init(path: String) throws {
    file = try OpenFile(path: path)
    let file = file
    let number = { (index: Int) in
      try file.bytes(8, at: 8 * index).withUnsafeBytes { $0.load(as: Int.self) }
    }
    let count = try number(0)
    let head = try file.bytes(24 * count, at: 8)
    sizes = (0..<3 * count).map { index in
      head.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8 * index, as: Int.self) }
    }
    var offset = 8 + 24 * count
    offsets = sizes.map { size in
      defer { offset += size }
      return offset
    }
  }

  func segment(_ index: Int, withQuantities: Bool) throws -> Segment {
    let blocks = try (0..<(withQuantities ? 3 : 2)).map {
      try file.bytes(sizes[3 * index + $0], at: offsets[3 * index + $0])
    }
    return try Segment(
      keys: blocks[0], values: blocks[1], quantities: withQuantities ? blocks[2] : nil)
  }

  static func write(_ segments: [Segment], to path: String) throws {
    guard let file = fopen(path, "w") else { throw FlowFault("cannot write \(path)") }
    defer { fclose(file) }
    func put(_ bytes: UnsafeRawBufferPointer) throws {
      guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
        throw FlowFault("cannot write \(path)")
      }
    }
    let blocks = segments.flatMap { [$0.keys, $0.values, $0.quantities ?? []] }
    for number in [segments.count] + blocks.map(\.count) { try withUnsafeBytes(of: number, put) }
    for block in blocks { try block.withUnsafeBytes(put) }
    guard fflush(file) == 0, fsync(fileno(file)) == 0 else {
      throw FlowFault("cannot write \(path)")
    }
  }
}
