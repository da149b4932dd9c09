internal import Glibc
internal import Synchronization

/// The standard streams, written whole and at once.
public enum Terminal {
  private static let hasFault = Atomic<Bool>(false)

  /// The reader of the standard output went away (`| head`): nothing more need be written.
  public struct ReaderGone: Error {}

  /// Whether results could not be written to the standard output, such as on a full disk.
  public static var outputFault: Bool { hasFault.load(ordering: .relaxed) }

  /// Writes results to the standard output.
  public static func write(_ text: String) {
    var text = text
    try? text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes results to the standard output.
  ///
  /// - Throws: `ReaderGone`, and `TowerError` where they cannot be written, such as on a full disk.
  public static func write(_ bytes: UnsafeRawBufferPointer) throws {
    let code = write(bytes, to: STDOUT_FILENO)
    guard code != EPIPE else { throw ReaderGone() }
    guard code != 0 else { return }
    hasFault.store(true, ordering: .relaxed)
    throw TowerError(
      .failed, "the standard output could not be written: \(String(cString: strerror(code)))")
  }

  /// Writes progress and messages to the standard error stream.
  public static func writeError(_ text: String) {
    var text = text
    _ = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }

  /// Writes bytes; gives the number of the error, 0 without one.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let written = Glibc.write(
        descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      guard written > 0 || errno == EINTR else { return errno }
      offset += max(0, written)
    }
    return 0
  }
}
