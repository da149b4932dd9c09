internal import Glibc
internal import Synchronization

/// The standard streams, written whole and at once.
public enum Terminal {
  private static let fault = Atomic<Int32>(0)

  /// Why results could not be written to the standard output, such as a full disk; nil when they
  /// were, or when their reader went away.
  public static var outputFault: String? {
    let code = fault.load(ordering: .relaxed)
    return code == 0 ? nil : String(cString: strerror(code))
  }

  /// Writes results to the standard output.
  public static func write(_ text: String) {
    let code = write(text, to: STDOUT_FILENO)
    // A reader that went away (`| head`) is no fault of ours.
    if code != 0, code != EPIPE { fault.store(code, ordering: .relaxed) }
  }

  /// Writes progress and messages to the standard error stream.
  public static func writeError(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Gives the number of the error, 0 without one.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      guard written > 0 || errno == EINTR else { return errno }
      offset += max(0, written)
    }
    return 0
  }
}
