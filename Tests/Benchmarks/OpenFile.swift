internal import FlowColumns
internal import Glibc

/// A file that is read.
final class OpenFile: Sendable {
  private let descriptor: Int32
  private let path: String

  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FlowFault("cannot read \(path)") }
  }

  deinit { close(descriptor) }

  /// Reads the next bytes; how many, zero at the end.
  func read(into chunk: inout [UInt8]) throws -> Int {
    let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw FlowFault("cannot read \(path)") }
    return count
  }

  /// Reads bytes from a place.
  func bytes(_ count: Int, at offset: Int) throws -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, offset))
    }
    guard bytes.count == count else { throw FlowFault("\(path) is cut off") }
    return bytes
  }
}
