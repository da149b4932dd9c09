internal import CZlib
internal import Glibc

/// The bytes of a file in chunks, decompressed when it is gzip, hashed as they are on disk.
///
/// Memory stays bounded whatever the size of the file.
public final class ByteStream {
  /// The size of the file in bytes.
  public let size: Int64
  /// How many bytes of the file were read.
  public private(set) var position: Int64 = 0
  private let path: String
  private let descriptor: Int32
  private var inflater: Inflater?
  private var digest = Digest()
  private var isFirst = true
  private var isAtEnd = false

  /// Opens a file.
  ///
  /// - Throws: `TowerError` when it cannot be read.
  public init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw TowerError(.failed, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw TowerError(.failed, "\(path) is not a regular file")
    }
    size = Int64(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// The next bytes of the content, or nil at its end.
  ///
  /// - Throws: `TowerError` for a file that cannot be read, is damaged or was cut off.
  public func next() throws -> [UInt8]? {
    while !isAtEnd {
      let raw = try readRaw()
      if isFirst {
        isFirst = false
        if raw.starts(with: [0x1F, 0x8B]) { inflater = try Inflater(path: path) }
      }
      if raw.isEmpty {
        isAtEnd = true
        try inflater?.finish()
        return nil
      }
      let content = try inflater?.inflate(raw) ?? raw
      if !content.isEmpty { return content }
    }
    return nil
  }

  /// The SHA-256 of a file's bytes, as 64 hexadecimal digits.
  ///
  /// - Throws: `TowerError` when the file cannot be read.
  public static func sha256(path: String) throws -> String {
    try ByteStream(path: path).sha256()
  }

  /// The SHA-256 of all bytes of this file, those already given among them; nothing is left to read.
  func sha256() throws -> String {
    while try !readRaw().isEmpty {}
    return digest.hexadecimal()
  }

  private func readRaw() throws -> [UInt8] {
    // Deflate packs up to a thousand bytes into one (zlib.net, "Technical Details"): little input at
    // a time keeps what comes out of it small.
    let capacity = position > 0 && inflater == nil ? 1 << 18 : 1 << 14
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, capacity))
    }
    if bytes.isEmpty, position < size {
      throw TowerError(.failed, "\(path) ended after \(position) of \(size) bytes")
    }
    position += Int64(bytes.count)
    digest.update(bytes)
    return bytes
  }
}

/// A gzip decompressor (RFC 1952) by zlib, for one or more members.
private final class Inflater {
  private var stream = z_stream()
  private var isBetweenMembers = false
  private let path: String

  init(path: String) throws {
    self.path = path
    // 15 bits of window, and 16 to expect a gzip header.
    let code = inflateInit2_(
      &stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw TowerError(.failed, "zlib cannot start: code \(code)") }
  }

  deinit {
    inflateEnd(&stream)
  }

  func inflate(_ input: [UInt8]) throws -> [UInt8] {
    var output: [UInt8] = []
    var source = input
    let capacity = 1 << 18
    try source.withUnsafeMutableBufferPointer { buffer in
      stream.next_in = buffer.baseAddress
      stream.avail_in = UInt32(buffer.count)
      while stream.avail_in > 0 {
        if isBetweenMembers {
          inflateReset(&stream)
          isBetweenMembers = false
        }
        let chunk = try [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(capacity)
          let code = CZlib.inflate(&stream, Z_NO_FLUSH)
          guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
            throw TowerError(.failed, "\(path) is damaged: it does not decompress (code \(code))")
          }
          isBetweenMembers = code == Z_STREAM_END
          count = capacity - Int(stream.avail_out)
        }
        output += chunk
      }
      // Output that waits inside zlib although the input is used up.
      while !isBetweenMembers {
        let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(capacity)
          isBetweenMembers = CZlib.inflate(&stream, Z_NO_FLUSH) == Z_STREAM_END
          count = capacity - Int(stream.avail_out)
        }
        if chunk.isEmpty { break }
        output += chunk
      }
    }
    return output
  }

  func finish() throws {
    guard isBetweenMembers else {
      throw TowerError(.failed, "\(path) was cut off: its compressed data have no end")
    }
  }
}
