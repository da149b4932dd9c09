internal import CZlib

/// A gzip decompressor (RFC 1952) by zlib, for one or more members.
final class Inflater {
  private let stream: InflateStream
  private var isBetweenMembers = false
  private let path: String

  init(path: String) throws {
    self.path = path
    // 15 bits of window, and 16 to expect a gzip header.
    stream = try InflateStream(windowBits: 15 + 16, path: path)
  }

  func inflate(_ input: [UInt8]) throws -> [UInt8] {
    var output: [UInt8] = []
    var rest = input[...]
    while !rest.isEmpty {
      if isBetweenMembers { stream.reset() }
      let (content, used, isAtEnd) = try stream.inflate(rest)
      output += content
      rest = rest.dropFirst(used)
      isBetweenMembers = isAtEnd
    }
    return output
  }

  func finish() throws {
    guard isBetweenMembers else {
      throw TowerError(.failed, "\(path) was cut off: its compressed data have no end")
    }
  }
}

/// A decompressor of deflate data (RFC 1951) that have no header, by zlib.
final class RawInflater {
  private let stream: InflateStream

  init(path: String) throws { stream = try InflateStream(windowBits: -15, path: path) }

  /// Decompresses what is there: the content, how many bytes were used, and whether it ends with them.
  func inflate(_ input: [UInt8]) throws -> (content: [UInt8], used: Int, isAtEnd: Bool) {
    try stream.inflate(input[...])
  }
}

/// One stream of zlib.
private final class InflateStream {
  private var stream = z_stream()
  private let path: String

  init(windowBits: Int32, path: String) throws {
    self.path = path
    let code = inflateInit2_(
      &stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw TowerError(.failed, "zlib cannot start: code \(code)") }
  }

  deinit { inflateEnd(&stream) }

  func reset() { inflateReset(&stream) }

  /// Decompresses to the end of the input or of the data, whichever comes first.
  func inflate(_ input: ArraySlice<UInt8>) throws -> (content: [UInt8], used: Int, isAtEnd: Bool) {
    var output: [UInt8] = []
    var source = Array(input)
    let capacity = 1 << 18
    var code = Z_OK
    let used = try source.withUnsafeMutableBufferPointer { buffer in
      stream.next_in = buffer.baseAddress
      stream.avail_in = UInt32(buffer.count)
      // A full chunk may leave output inside zlib although the input is used up.
      var isFull = true
      while code == Z_OK, stream.avail_in > 0 || isFull {
        let chunk = try [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(capacity)
          code = CZlib.inflate(&stream, Z_NO_FLUSH)
          guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
            throw TowerError(.failed, "\(path) is damaged: it does not decompress (code \(code))")
          }
          count = capacity - Int(stream.avail_out)
        }
        isFull = chunk.count == capacity
        output += chunk
      }
      return buffer.count - Int(stream.avail_in)
    }
    return (output, used, code == Z_STREAM_END)
  }
}
