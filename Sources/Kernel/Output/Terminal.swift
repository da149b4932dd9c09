internal import Glibc

/// The standard streams, written whole and at once.
public enum Terminal {
  /// Writes results to the standard output.
  public static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes progress and messages to the standard error stream.
  public static func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      // A reader that went away (`| head`) is no fault of ours; there is nobody left to tell.
      guard written > 0 || errno == EINTR else { return }
      offset += max(0, written)
    }
  }
}
