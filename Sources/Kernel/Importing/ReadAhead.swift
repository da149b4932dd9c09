internal import Glibc

/// Reads and hashes an open file piece by piece, the next one on a thread of its own while the last one
/// is worked on.
///
/// A piece that was given out is the bytes that were hashed, whatever becomes of the file.
final class ReadAhead: @unchecked Sendable {
  private let descriptor: Int32
  private let size: Int64
  private let digest = Digest()
  // One is read while the other is worked on. They are used again and again: fresh memory would cost
  // more than the hash. Both belong to the thread while it runs; it is joined before anyone else looks.
  private var pieces: [[UInt8]] = []
  private var turn = 0
  private var count = 0
  private var thread: pthread_t?
  /// How many bytes were read and hashed.
  private(set) var hashed: Int64 = 0
  /// How much is read and hashed at once: little enough to be in the processor's cache for both.
  private static let block = 1 << 17
  /// The size of a piece at most, in bytes.
  private static let piece = 4 << 20

  init(descriptor: Int32, size: Int64) {
    self.descriptor = descriptor
    self.size = size
  }

  /// Waits for what is being read; the file may be closed then.
  func stop() {
    guard let thread else { return }
    pthread_join(thread, nil)
    self.thread = nil
  }

  /// The next bytes of the file, to be let go before more are asked for; none at its end, and where it
  /// cannot be read any more.
  func next() -> [UInt8] {
    if pieces.isEmpty {
      pieces = [size, size - Int64(ReadAhead.piece)].map { left in
        [UInt8](repeating: 0, count: max(1 << 12, min(Int(left), ReadAhead.piece)))
      }
      begin()
    }
    stop()
    let piece = pieces[turn]
    guard count > 0 else { return [] }
    let bytes = count == piece.count ? piece : Array(piece[..<count])
    turn = 1 - turn
    begin()
    return bytes
  }

  /// The SHA-256 of the whole file, as 64 hexadecimal digits; nothing is read after that.
  func sha256() -> String {
    stop()
    withUnsafeTemporaryAllocation(byteCount: ReadAhead.block, alignment: 16) { buffer in
      while readBlock(buffer, at: 0) > 0 {}
    }
    return digest.hexadecimal()
  }

  private func begin() {
    var started = pthread_t()
    // The thread never outlives this object: the stream stops it before it goes.
    let code = pthread_create(
      &started, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<ReadAhead>.fromOpaque(argument).takeUnretainedValue().read()
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
    // Without another thread this one reads.
    if code == 0 { thread = started } else { read() }
  }

  private func read() {
    count = pieces[turn].withUnsafeMutableBytes { bytes in
      var count = 0
      while count < bytes.count, case let more = readBlock(bytes, at: count), more > 0 {
        count += more
      }
      return count
    }
  }

  private func readBlock(_ bytes: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
    let block = UnsafeMutableRawBufferPointer(
      rebasing: bytes[place..<min(place + ReadAhead.block, bytes.count)])
    let count = max(0, Glibc.read(descriptor, block.baseAddress, block.count))
    digest.update(UnsafeRawBufferPointer(rebasing: block[..<count]))
    hashed += Int64(count)
    return count
  }
}
