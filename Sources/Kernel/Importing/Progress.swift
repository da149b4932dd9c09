internal import Glibc

/// Progress of long work, on the error stream, when that is a terminal and the work takes longer
/// than a second.
public final class Progress {
  private let label: String
  private let isShown: Bool
  private let started = Progress.seconds()
  private var lastShown = 0.0

  /// Starts to count the time of a piece of work.
  ///
  /// - Parameters:
  ///   - label: what is being done.
  ///   - isQuiet: whether nothing is shown at all.
  public init(_ label: String, isQuiet: Bool) {
    self.label = label
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  /// Shows how far the work is: bytes done of all, rows, speed and the time left.
  public func report(done: Int64, of total: Int64, rows: Int) {
    guard isShown else { return }
    let now = Progress.seconds()
    guard now - started > 1, now - lastShown > 0.2 else { return }
    lastShown = now
    let share = total > 0 ? Double(done) / Double(total) : 0
    let speed = Double(done) / 1e6 / (now - started)
    let left = share > 0 ? Int((now - started) * (1 - share) / share) : 0
    let filled = Int(share * 20)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
    Terminal.writeError(
      "\r\(label) [\(bar)] \(Int(share * 100))% \(rows) rows, "
        + "\((speed * 10).rounded() / 10) MB/s, \(left) s left   ")
  }

  /// Clears the line.
  public func finish() {
    if lastShown > 0 { Terminal.writeError("\r\u{1B}[K") }
  }

  // A duration, not a date: the monotonic clock never decides an answer.
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
